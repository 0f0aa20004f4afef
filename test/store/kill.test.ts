import { describe, expect, test } from 'vitest';
import { openStore, replaceCorpus } from '../../src/store/index.ts';
import { model, numberedCorpus } from './corpora.ts';
import { temporaryFolder } from './folders.ts';
import { startWriter } from './processes.ts';
import { allArticles } from './read-all.ts';

/** Each needs a new process: `KILLS=200 npx vitest run test/store/kill.test.ts` for more. */
const KILLS = Number(process.env.KILLS ?? 12);
/** Several replacements, so that a kill hits any part of one. */
const LATEST_MS = 120;

describe('a writer that is killed', () => {
  test(`leaves a complete index at any of ${KILLS} moments`, { timeout: 600_000 }, async () => {
    const folder = await temporaryFolder();
    await replaceCorpus(folder, numberedCorpus(0));
    const generations = new Set<string>();
    let next = startWriter('replace', folder);
    for (let i = 0; i < KILLS; i++) {
      const writer = next;
      expect(await writer.says()).toBe('ready');
      await new Promise((resolve) => setTimeout(resolve, Math.random() * LATEST_MS));
      await writer.kill();
      next = startWriter('replace', folder);

      const store = await openStore(folder, { model });
      const number = Number(store.manifest.corpusHash.replace('number ', ''));
      expect(await allArticles(store)).toEqual(
        numberedCorpus(number).articles.map(({ article }) => article),
      );
      expect(await store.searchKeywords(String(number), 1)).toHaveLength(1);
      generations.add(store.manifest.generation);
    }
    expect(generations.size, 'replaced before a kill').toBeGreaterThan(1);
  });
});
