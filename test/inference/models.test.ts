import { open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ModelError } from '../../src/errors.ts';
import { embeddingProfile, knowsLanguage, startInference } from '../../src/inference/index.ts';
import { copyOfEmbedder, cosine, EMBEDDER, inferencePids, MODELS } from './support.ts';

const WEIGHTS = 'onnx/model_quantized.onnx';

async function startWith(embeddingModel: string, onWarning?: (line: string) => void) {
  const inference = await startInference({
    embeddingModel,
    processes: 1,
    load: ['embedder'],
    ...(onWarning && { onWarning }),
  });
  onTestFinished(() => inference.close());
  return inference;
}

/** The one line that a person gets for a model that cannot be used. */
async function complaint(embeddingModel: string): Promise<string> {
  const error = await startWith(embeddingModel).catch((reason) => reason);
  expect(error).toBeInstanceOf(ModelError);
  expect(error.message).not.toContain('\n');
  expect(inferencePids()).toEqual([]);
  return error.message;
}

async function changeByte(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.write(Buffer.from([1]), 0, 1, 20_000_000);
  await file.close();
}

describe('the multilingual model', () => {
  it('has the profile of its family, and knows other languages than English', async () => {
    const folder = await copyOfEmbedder('multilingual-e5-small');
    expect(await embeddingProfile(folder)).toMatchObject({
      dimensions: 384,
      pooling: 'mean',
      queryPrefix: 'query: ',
      passagePrefix: 'passage: ',
      maxTokens: 512,
    });
    for (const language of ['en', 'de', 'ja']) {
      expect(knowsLanguage('Xenova/multilingual-e5-small', language)).toBe(true);
    }
    expect(knowsLanguage(join(MODELS, EMBEDDER), 'en')).toBe(true);
    expect(knowsLanguage(join(MODELS, EMBEDDER), 'de')).toBe(false);
  });
});

describe('an embedding model', () => {
  it('is named by a folder below models/, a path, or its hub id', async () => {
    const named = await embeddingProfile(EMBEDDER);
    const byPath = await embeddingProfile(join(MODELS, EMBEDDER));
    const byHubId = await embeddingProfile(`Xenova/${EMBEDDER}`);
    expect(named).toEqual({
      model: EMBEDDER,
      sha256: '6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4',
      dimensions: 384,
      pooling: 'cls',
      queryPrefix: 'Represent this sentence for searching relevant passages: ',
      passagePrefix: '',
      maxTokens: 512,
    });
    expect(byPath).toEqual({ ...named, model: join(MODELS, EMBEDDER) });
    expect(byHubId).toEqual({ ...named, model: `Xenova/${EMBEDDER}` });
  });

  it('of a known family is used with its own prefixes and pooling', async () => {
    const folder = await copyOfEmbedder('e5-small-v2');
    const warnings: string[] = [];
    const inference = await startWith(folder, (line) => warnings.push(line));
    expect(warnings).toEqual([]);
    expect(inference.profile).toMatchObject({ pooling: 'mean', passagePrefix: 'passage: ' });

    const query = await inference.embedQuery('Who built it?');
    const plain = await startWith(await copyOfEmbedder('unheard-of'));
    const [[withPrefix], [without]] = (await plain.embedPassages([
      { head: '', body: 'query: Who built it?' },
      { head: '', body: 'Who built it?' },
    ])) as [Float32Array[], Float32Array[]];
    expect(query).toEqual(withPrefix);
    expect(query).not.toEqual(without);
  });

  it('that is not known is used with one warning that says what was assumed', async () => {
    const folder = await copyOfEmbedder('unheard-of');
    const warnings: string[] = [];
    const inference = await startWith(folder, (line) => warnings.push(line));
    expect(warnings).toEqual([
      `the embedding model ${folder} is not one of the known ones: assuming 384 dimensions, mean pooling, no prefixes and at most 512 tokens`,
    ]);
    const [[mean]] = (await inference.embedPassages([{ head: '', body: 'A stone bridge.' }])) as [
      Float32Array[],
    ];
    expect(mean).toHaveLength(384);
    expect(cosine(mean, mean)).toBeCloseTo(1, 5);
  });

  it('that is nowhere is a clear error', async () => {
    expect(await complaint('no-such-model')).toBe(
      'there is no embedding model "no-such-model": name a folder below models/, the path of a model folder, or a hub id such as Xenova/e5-small-v2',
    );
    expect(await complaint('../nowhere/at-all')).toMatch(/^there is no embedding model/);
  });

  it('that the hub does not give is a clear error', async () => {
    expect(await complaint('pullquote-tests/no-such-model')).toMatch(
      /^the embedding model pullquote-tests\/no-such-model cannot be downloaded \(.+\): check its name and the connection, or name the path of a model folder$/,
    );
  });

  it('without one of its files is an error that names the file', async () => {
    const folder = await copyOfEmbedder('some-model');
    await rm(join(folder, WEIGHTS));
    expect(await complaint(folder)).toContain(
      `${WEIGHTS} is missing: a model folder holds config.json`,
    );
  });

  it('that is known and lacks a file is an error that says what to get, and where to put it', async () => {
    const folder = await copyOfEmbedder('multilingual-e5-small');
    await rm(join(folder, 'tokenizer.json'));
    expect(await complaint(folder)).toBe(
      `${join(folder, 'tokenizer.json')} is missing: get config.json, tokenizer.json, tokenizer_config.json, onnx/model_quantized.onnx from https://huggingface.co/Xenova/multilingual-e5-small, and put them into ${folder}`,
    );
  });

  it('with one altered byte is an error that names the file and the way out', async () => {
    const folder = await copyOfEmbedder(EMBEDDER);
    const { sha256 } = await embeddingProfile(EMBEDDER);
    await writeFile(join(folder, '../SHA256SUMS'), `${sha256}  ${EMBEDDER}/${WEIGHTS}\n`);
    await (await startWith(folder)).close();
    await changeByte(join(folder, WEIGHTS));
    const line = await complaint(folder);
    expect(line).toContain(`${EMBEDDER}/${WEIGHTS} was altered (its sha256 is`);
    expect(line).toContain('instead of 6c9c6101a956…): restore it, for example with "git checkout');
  });

  it('whose weights are not a model is an error, not a fallback to a slower runtime', async () => {
    const folder = await copyOfEmbedder('some-model');
    await writeFile(join(folder, WEIGHTS), 'not a model');
    expect(await complaint(folder)).toMatch(/^the model in .*some-model cannot be run: /);
  });

  it('whose configuration is broken is an error that names the file', async () => {
    const folder = await copyOfEmbedder('some-model');
    await writeFile(join(folder, 'config.json'), '{');
    expect(await complaint(folder)).toContain(`${join(folder, 'config.json')} is not`);
  });

  it('with other dimensions than its name promises is refused', async () => {
    const inference = await startWith(await copyOfEmbedder('bge-base-en-v1.5'));
    await expect(inference.embedQuery('How many?')).rejects.toThrow(
      'it gives 384 dimensions, not 768',
    );
  });
});
