import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../src/config.ts';
import { CorpusError } from '../../src/errors.ts';
import { type Serving, startServing } from '../../src/serving/start-serving.ts';

let folder: string;
let serving: Serving;
const article = (text: string) => writeFile(join(folder, 'corpus', 'bridge.md'), text);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pullquote-serving-'));
  await mkdir(join(folder, 'corpus'));
  await article('# The bridge\n\nThe bridge over the Alder opened on 4 May 1931.\n');
  const settings = readSettings({
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

  it('goes on with the old index when the corpus has vanished', async () => {
    await rm(join(folder, 'corpus'), { recursive: true });
    await expect(serving.reindex(() => {})).rejects.toThrow(CorpusError);
    expect(await firstQuote()).toContain('9 June 1932');
  });
});
