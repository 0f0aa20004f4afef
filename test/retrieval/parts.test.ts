import { expect, test } from 'vitest';
import { parseArticle } from '../../src/corpus/parse-article.ts';
import type { Passage } from '../../src/passage.ts';
import { expandLong } from '../../src/retrieval/parts.ts';
import { PART_LENGTH, PARTS_OF_A_PASSAGE } from '../../src/retrieval/tuning.ts';

const sentences = Array.from(
  { length: 120 },
  (_, n) =>
    `On day ${n} the crew wrote ${n % 40 === 7 ? 'fog and ice' : 'nothing much'} in the log.`,
);
const { article, passages } = parseArticle('log.txt', Buffer.from(`Log\n\n${sentences.join(' ')}`));
const passage = passages[0] as Passage;
const candidate = { passage, lexical: 0.5, dense: 0.7, fused: 2 };
const aboutFog = ({ sentences: all }: Passage) =>
  all.map(({ plain }) => (plain.includes('fog') ? 1 : 0));

test('a passage that can be read at once stays as it is', () => {
  const short = { ...candidate, passage: { ...passage, plain: 'The crew slept.' } };
  expect(expandLong(short, article, aboutFog)).toEqual([short]);
});

test('a long passage becomes parts, literal and of whole sentences', () => {
  const parts = expandLong(candidate, article, aboutFog);
  expect(parts.length).toBeLessThanOrEqual(PARTS_OF_A_PASSAGE);
  for (const { passage: part } of parts) {
    expect(part.id).toBe(passage.id);
    expect(part.text).toBe(article.text.slice(part.start, part.end));
    expect(part.plain.length).toBeLessThanOrEqual(PART_LENGTH);
    expect(passage.sentences).toEqual(expect.arrayContaining(part.sentences));
  }
});

test('the parts are those that share most with the question, and do not overlap', () => {
  const parts = expandLong(candidate, article, aboutFog);
  const holding = parts.filter(({ passage: part }) => part.text.includes('fog'));
  expect(holding).toHaveLength(3);
  const places = parts.map(({ passage: part }) => part).sort((a, b) => a.start - b.start);
  for (const [index, part] of places.entries()) {
    expect(part.start).toBeGreaterThanOrEqual(places[index - 1]?.end ?? 0);
  }
});

test('a part with less of the question comes after one with more', () => {
  const [first, ...rest] = expandLong(candidate, article, aboutFog);
  expect(first?.fused).toBe(candidate.fused);
  expect(rest.at(-1)?.fused).toBeLessThan(candidate.fused);
});
