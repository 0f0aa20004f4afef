import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/corpus/parse-article.ts';
import { readingList, worthReading } from '../../src/retrieval/reading-list.ts';
import { MAX_PASSAGES_READ, READ_LENGTH } from '../../src/retrieval/tuning.ts';
import type { Candidate } from '../../src/retrieval/types.ts';
import type { Shelf } from '../../src/store/index.ts';

/** The reading list of an article with these paragraphs, all equally relevant, in their order. */
function listOf(paragraphs: readonly string[], order = paragraphs.map((_, index) => index)) {
  const text = `# Notes\n\n${paragraphs.join('\n\n')}`;
  const { article, passages } = parseArticle('notes.md', Buffer.from(text));
  const candidates = order.map((index, rank): Candidate => {
    const passage = passages[index];
    if (!passage) throw new RangeError(`no paragraph ${index}`);
    return { passage, lexical: 0, dense: 0, fused: 1 - rank / 1_000 };
  });
  const shelf = { article: () => article } satisfies Pick<Shelf, 'article'>;
  const relevance = () => [0];
  return readingList(worthReading(candidates), relevance, shelf).map(({ passage }) => passage);
}

const paragraph = (length: number) => (_: unknown, index: number) =>
  `${index} ${'word '.repeat(length / 5)}`.slice(0, length - 1).concat('.');

describe('the reading list', () => {
  test('is as long as reading may take', () => {
    const list = listOf(Array.from({ length: 40 }, paragraph(1_000)));
    const read = list.reduce((sum, { plain }) => sum + plain.length, 0);
    expect(read).toBeLessThanOrEqual(READ_LENGTH);
    expect(read).toBeGreaterThan(READ_LENGTH / 2);
  });

  test('has more passages where they are short', () => {
    const long = listOf(Array.from({ length: 40 }, paragraph(1_000)));
    const short = listOf(Array.from({ length: 40 }, paragraph(300)));
    expect(short.length).toBeGreaterThan(long.length);
    expect(listOf(Array.from({ length: 40 }, paragraph(30)))).toHaveLength(MAX_PASSAGES_READ);
  });

  test('has what is said twice in an article once, at its first place', () => {
    const list = listOf(
      ['Ten crowns a ride.', 'Closed on Mondays.', 'Ten crowns a ride.'],
      [2, 1, 0],
    );
    expect(list.map(({ paragraph: place }) => place)).toEqual([1, 2]);
  });

  test('leaves out what only asks', () => {
    const list = listOf(['Who built it?', 'A carpenter built it.']);
    expect(list.map(({ plain }) => plain)).toEqual(['A carpenter built it.']);
  });
});
