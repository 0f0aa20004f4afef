import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../indexing/support.ts';
import { expectMistake, run } from './commands.ts';

const MODELS = fileURLToPath(new URL('../../models', import.meta.url));
const MODEL = 'bge-small-en-v1.5';

describe.concurrent('a mistake in what was typed is told in one line', () => {
  it.each<[string, 'ask' | 'embed', string[], RegExp]>([
    ['no question', 'ask', [], /^Missing required argument 'question'/],
    ['an empty question', 'ask', ['  '], /^The question is empty/],
    ['a question of punctuation', 'ask', ['?! …'], /holds no word/],
    [
      'a question of 10,000 characters',
      'ask',
      ['w'.repeat(10_000)],
      /^The question has 10000 .*at most 2000/,
    ],
    ['a question without quotes', 'ask', ['who', 'won?'], /^Too many arguments/],
    [
      'an option that does not exist',
      'ask',
      ['who?', '--jsn'],
      /^Unknown option '--jsn' \(Did you mean --json\?\)/,
    ],
    ['a wrong number', 'ask', ['who?', '--top', '0'], /--top .* from 1 to 10/],
    ['a word that embed does not know', 'embed', ['corpus'], /^Too many arguments/],
    [
      'a corpus that is missing',
      'embed',
      ['--corpus', 'nowhere'],
      /^The corpus folder nowhere does not exist/,
    ],
  ])('%s', async (_title, script, args, line) => {
    expectMistake(await run(script, args, { cwd: await newFolder() }), line);
  });
});

describe.concurrent('a wrong setting is told with its name, its value and what is allowed', () => {
  it('in the environment', async () => {
    const env = { INFERENCE_PROCESSES: 'zero' };
    expectMistake(
      await run('embed', [], { cwd: await newFolder(), env }),
      /^INFERENCE_PROCESSES=zero must be a whole number from 1 to 64$/m,
    );
  });

  it('in the file .env', async () => {
    const cwd = await newFolder({ '.env': '# too much\nMAX_ARTICLE_MB=1000\n' });
    expectMistake(
      await run('ask', ['Who?'], { cwd }),
      /^MAX_ARTICLE_MB=1000 must be .* 1 to 100$/m,
    );
  });

  it('when .env cannot be read', async () => {
    const cwd = await newFolder({ '.env/file': 'in a folder' });
    expectMistake(await run('ask', ['Who?'], { cwd }), /^\.env cannot be read: it is a folder\.$/m);
  });

  it('when .env was saved in an encoding of two bytes a letter', async () => {
    const cwd = await newFolder({ '.env': Buffer.from('\ufeffQUEUE_LIMIT=1\n', 'utf16le') });
    expectMistake(await run('ask', ['Who?'], { cwd }), /^\.env cannot be read: save it as UTF-8/);
  });

  it('when .env begins with a mark of its encoding, which is no part of the name', async () => {
    const cwd = await newFolder({ '.env': '\ufeffQUEUE_LIMIT=none\n' });
    expectMistake(await run('ask', ['Who?'], { cwd }), /^QUEUE_LIMIT=none must be a whole number/);
  });

  it('when its name is misspelt in .env', async () => {
    const cwd = await newFolder({ '.env': 'CORPUS_DIRS=articles\nHTTPS_PROXY=http://proxy\n' });
    expectMistake(
      await run('embed', [], { cwd }),
      /^CORPUS_DIRS in \.env is no setting: write CORPUS_DIR$/m,
    );
  });

  it('when its name is misspelt in the environment, and goes on, as it may be of another program', async () => {
    const cwd = await newFolder();
    const env = { CORPUS_DIRS: 'articles' };
    const { stderr, code } = await run('embed', [], { cwd, env });
    expect(stderr).toMatch(
      /^CORPUS_DIRS in the environment is no setting, and not read; CORPUS_DIR is/,
    );
    expect(stderr).toMatch(/\nThe corpus folder \S+corpus does not exist/);
    expect(code).toBe(1);
  });

  it('when there is no such model', async () => {
    const env = { EMBEDDING_MODEL: 'no-such-model' };
    expectMistake(await run('ask', ['Who?'], { cwd: await newFolder(), env }), /no-such-model/);
  });
});

describe.concurrent('a corpus that cannot be used is told in one line', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['missing', {}, /^The corpus folder \S+corpus does not exist; set CORPUS_DIR$/m],
    ['empty', { 'corpus/notes.rtf': '' }, /^The corpus folder \S+corpus has no article/],
  ])('when it is %s', async (_title, files, line) => {
    expectMistake(await run('ask', ['Who?'], { cwd: await newFolder(files) }), line);
  });
});

describe.concurrent('a model that is not what it was is told in one line', () => {
  async function copyOfModel() {
    const folder = await newFolder();
    await cp(join(MODELS, MODEL), join(folder, MODEL), { recursive: true });
    await cp(join(MODELS, 'SHA256SUMS'), join(folder, 'SHA256SUMS'));
    return join(folder, MODEL);
  }

  it('when a byte of its weights was changed', async () => {
    const model = await copyOfModel();
    const weights = join(model, 'onnx/model_quantized.onnx');
    const bytes = await readFile(weights);
    bytes[1_000_000] = (bytes[1_000_000] ?? 0) ^ 1;
    await writeFile(weights, bytes);
    const options = {
      cwd: await newFolder({ 'corpus/a.md': 'Text.' }),
      env: { EMBEDDING_MODEL: model },
    };
    expectMistake(await run('embed', [], options), /model_quantized\.onnx was altered/);
  });

  it('when a file of it is missing', async () => {
    const model = await copyOfModel();
    await rm(join(model, 'tokenizer.json'));
    const options = {
      cwd: await newFolder({ 'corpus/a.md': 'Text.' }),
      env: { EMBEDDING_MODEL: model },
    };
    expectMistake(await run('ask', ['Who?'], options), /tokenizer\.json is missing/);
  });
});
