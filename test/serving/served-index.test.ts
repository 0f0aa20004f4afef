import { cp, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readSettings, type Settings } from '../../src/config/settings.ts';
import { CorpusError } from '../../src/errors.ts';
import { buildIndex } from '../../src/indexing/index.ts';
import { startInference } from '../../src/inference/index.ts';
import { serveIndex } from '../../src/serving/served-index.ts';
import { type Serving, startServing } from '../../src/serving/start-serving.ts';
import { openStore } from '../../src/store/index.ts';
import { generationFile, newFolder, put } from '../indexing/support.ts';
import { readAll } from '../store/read-all.ts';

let folder: string;
let serving: Serving;
let settings: Settings;
const article = (text: string) => writeFile(join(folder, 'corpus', 'bridge.md'), text);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pullquote-serving-'));
  await mkdir(join(folder, 'corpus'));
  await article('# The bridge\n\nThe bridge over the Alder opened on 4 May 1931.\n');
  settings = readSettings({
    CORPUS_DIR: join(folder, 'corpus'),
    INDEX_DIR: join(folder, 'index'),
    INFERENCE_PROCESSES: '1',
  });
  serving = await startServing(settings, { log: pino({ level: 'silent' }), tell() {} });
});
afterAll(async () => {
  await serving.close();
  await rm(folder, { recursive: true, force: true });
});

const firstQuote = async () => (await serving.ask('When did the bridge open?')).quotes[0]?.text;

describe('a served index', () => {
  it('answers from the new articles once they are indexed', async () => {
    expect(await firstQuote()).toContain('4 May 1931');
    const before = serving.store();
    await article('# The bridge\n\nThe bridge over the Alder opened on 9 June 1932.\n');
    const summary = await serving.reindex(() => {});
    expect(summary.changed).toEqual(['bridge.md']);
    expect(serving.store()).not.toBe(before);
    expect(await firstQuote()).toContain('9 June 1932');
  });

  it('follows changes of the articles by itself where it is to', async () => {
    const following = await startServing(settings, {
      log: pino({ level: 'silent' }),
      tell() {},
      follow: true,
    });
    onTestFinished(() => following.close());
    const asked = async () => (await following.ask('When did the ferry stop?')).quotes[0]?.text;
    const ferry = join(folder, 'corpus', 'ferry.md');
    await vi.waitFor(
      async () => {
        // Written again and again, as the folder may not be watched yet.
        await writeFile(ferry, '# The ferry\n\nThe ferry stopped on 1 July 1933.\n');
        await sleep(1_500);
        expect(await asked()).toContain('1 July 1933');
      },
      { timeout: 25_000 },
    );
    await rm(ferry);
    await vi.waitFor(() => expect(following.store().card('ferry')).toBeUndefined(), {
      timeout: 25_000,
    });
  }, 60_000);

  it('goes on with the old index when the corpus has vanished', async () => {
    await rm(join(folder, 'corpus'), { recursive: true });
    await expect(serving.reindex(() => {})).rejects.toThrow(CorpusError);
    expect(await firstQuote()).toContain('9 June 1932');
  });

  it('is served from the start though the corpus has vanished, and a line says so', async () => {
    const told: string[] = [];
    const again = await startServing(settings, {
      log: pino({ level: 'silent' }),
      tell: (line) => told.push(line),
    });
    onTestFinished(() => again.close());
    expect((await readAll(again.store())).article('bridge')?.text).toContain('9 June 1932');
    expect(told).toEqual([expect.stringMatching(/does not exist.* The last good index, of /)]);
  });
});

describe('a running bot whose index is damaged by another', () => {
  it('says so once, looks at it less and less often, and takes up the next good one at once', async () => {
    const inference = await startInference({
      embeddingModel: 'bge-small-en-v1.5',
      processes: 1,
      load: ['embedder'],
    });
    onTestFinished(() => inference.close());
    const corpusDir = await newFolder({ 'a.md': '# A\n\nThe first text about a heron.' });
    const [indexDir, elsewhere] = [
      join(await newFolder(), 'index'),
      join(await newFolder(), 'index'),
    ];
    const build = async (dir: string, text: string) => {
      await put(corpusDir, { 'a.md': `# A\n\n${text}` });
      await buildIndex({ corpusDir, indexDir: dir, maxArticleBytes: 1e6, embedder: inference });
    };
    await build(indexDir, 'The first text about a heron.');
    const lines: string[] = [];
    const log = pino({}, { write: (line) => lines.push(line) });
    const store = await openStore(indexDir, { model: inference.profile });
    const served = serveIndex(store, { indexDir, inference, log, lookEveryMs: 20 });
    onTestFinished(() => served.close());

    await build(elsewhere, 'The second text about an otter.');
    await truncate(await generationFile(elsewhere, 'vectors-1.bin'), 9);
    for (const name of ['generations', 'manifest.json']) {
      await cp(join(elsewhere, name), join(indexDir, name), { recursive: true });
    }
    await vi.waitUntil(() => lines.length > 0);
    await sleep(500);
    expect(lines).toEqual([
      expect.stringMatching(/damaged \(vectors-1\.bin\).*the old one goes on/),
    ]);
    expect(served.store()).toBe(store);

    await build(indexDir, 'The third text about a pike.');
    await vi.waitUntil(() => served.store() !== store, { timeout: 5_000 });
    expect(await served.store().searchKeywords('pike', 1)).toHaveLength(1);
  });
});
