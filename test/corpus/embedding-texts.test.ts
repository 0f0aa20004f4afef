import { expect, test } from 'vitest';
import { embeddingTexts } from '../../src/corpus/embedding-texts.ts';
import { parseArticle } from '../../src/corpus/parse-article.ts';

const sentence = (n: number) =>
  `Sentence number ${n} tells one fact about the old bridge of the town.`;

function textsOf(markdown: string, index = 0) {
  const { article, passages } = parseArticle('bridge.md', Buffer.from(`# Bridge\n\n${markdown}`));
  return embeddingTexts(article, passages, index);
}

test('a short passage is embedded once', () => {
  expect(textsOf(`${sentence(1)} ${sentence(2)}`)).toHaveLength(1);
});

test('a longer passage is embedded in runs of sentences that hold all of it, once each', () => {
  const body = [1, 2, 3, 4, 5, 6, 7].map(sentence).join(' ');
  const windows = textsOf(body);
  expect(windows.length).toBeGreaterThan(2);
  expect(windows.map((window) => window.body).join(' ')).toBe(body);
  for (const window of windows) {
    expect(window.head).toBe('Bridge');
    expect(window.body.length).toBeLessThanOrEqual(220);
  }
});

test('a sentence that is longer than a window stands in one alone', () => {
  const long = `It was ${'very '.repeat(60)}old.`;
  const windows = textsOf(`${sentence(1)} ${long} ${sentence(2)}`);
  expect(windows.map((window) => window.body)).toEqual([sentence(1), long, sentence(2)]);
});

test('each run of sentences has the question in front that it answers', () => {
  const answer = [1, 2, 3, 4, 5, 6].map(sentence).join(' ');
  const windows = textsOf(`**Who built it?**\n\n${answer}`, 1);
  expect(windows.length).toBeGreaterThan(1);
  for (const window of windows) expect(window.body).toMatch(/^Who built it\? Sentence/);
});
