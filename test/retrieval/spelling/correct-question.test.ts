import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../../src/corpus/index.ts';
import { correctQuestion } from '../../../src/retrieval/spelling/correct-question.ts';
import { createSpelling } from '../../../src/retrieval/spelling/spelling.ts';
import { openSet } from '../../evaluation/open-set.ts';
import { ARTICLES, CORRECTED, KEPT } from './correction-cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'pullquote-spelling-'));
for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(folder, name), text);
const { articles } = await readCorpus(folder, { maxArticleBytes: 1e6 });
const store = await openSet(articles);
const spelling = createSpelling(store);

describe('a question with words that neither the articles nor English have', () => {
  it.each(CORRECTED)('is corrected: %s', async (typed, meant) => {
    expect(await correctQuestion(typed, store, spelling)).toBe(meant);
  });

  it.each(KEPT)('stays as it is: %s', async (_why, question) => {
    expect(await correctQuestion(question, store, spelling)).toBeUndefined();
  });
});

it('nothing is read for a question whose words are all held', async () => {
  const unread = () => Promise.reject(new Error('read'));
  const untouched = { vocabulary: unread, isEnglish: unread };
  const question = 'What did the government of Hallmark promise?';
  expect(await correctQuestion(question, store, untouched)).toBeUndefined();
});
