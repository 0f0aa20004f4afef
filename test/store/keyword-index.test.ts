import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeKeywords } from '../../src/store/keyword-codec.ts';
import { KeywordIndex } from '../../src/store/keyword-index.ts';
import { KeywordSegment } from '../../src/store/keyword-segment.ts';
import { termSequences } from '../../src/store/term-sequences.ts';
import { termsOf } from '../../src/store/terms.ts';
import { keywordIndexOf, keywordsOf } from './keywords.ts';

const anyText = fc
  .array(fc.constantFrom('dam', 'cow', 'hill', 'rain', 'mud', 'fog', 'the'), { maxLength: 12 })
  .map((words) => words.join(' '));
const anyTexts = fc.array(anyText, { maxLength: 12 });

describe('a keyword index', () => {
  test('scores as the formula does when each passage is read anew', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTexts,
        anyText,
        fc.integer({ min: 1, max: 15 }),
        async (texts, query, k) => {
          const hits = (await keywordIndexOf(texts)).searchKeywords(query, k);
          const expected = texts
            .map((_, passage) => ({ passage, score: slowScore(texts, passage, query) }))
            .filter(({ score }) => score > 0)
            .sort((a, b) => b.score - a.score || a.passage - b.passage)
            .slice(0, k);
          expect(hits.map(({ score }) => score)).toEqual(
            expected.map(({ score }) => expect.closeTo(score, 9)),
          );
        },
      ),
    );
  });

  test('orders equal scores by place', async () => {
    const index = await keywordIndexOf(['a cow', 'a dam', 'a cow', 'a cow']);
    expect(index.searchKeywords('cow', 2).map(({ passage }) => passage)).toEqual([0, 2]);
  });

  test('prefers the words side by side, in the order of the query', async () => {
    const texts = ['york rain new fog', 'york new rain fog', 'new york rain fog'];
    const index = await keywordIndexOf(texts);
    expect(index.searchKeywords('New York', 3)[0]?.passage).toBe(2);
  });

  test('searches only within ranges when told so', async () => {
    const index = await keywordIndexOf(['dam', 'dam', 'dam', 'dam', 'dam']);
    const ranges = [
      { first: 3, last: 5 },
      { first: 0, last: 1 },
    ];
    expect(index.searchKeywords('dam', 9, [ranges]).map(({ passage }) => passage)).toEqual([
      0, 3, 4,
    ]);
  });

  test('finds more than the passages whose word pairs are counted', async () => {
    const index = await keywordIndexOf(Array.from({ length: 300 }, () => 'dam'));
    expect(index.searchKeywords('dam', 250)).toHaveLength(250);
  });

  test('scores passages of several segments, some of them dead, as if they were in one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyText, fc.boolean()), { minLength: 1, maxLength: 12 }),
        fc.nat(12),
        anyText,
        async (all, cut, query) => {
          const parts = await Promise.all(
            [all.slice(0, cut), all.slice(cut)].map(async (texts, number) => {
              const ranges = (alive: boolean) =>
                texts.flatMap(([, isAlive], i) =>
                  isAlive === alive ? [{ first: i, last: i + 1 }] : [],
                );
              return {
                keywords: await keywordsOf(texts.map(([text]) => text)),
                live: ranges(true),
                dead: ranges(false),
                placeOf: (passage: number) => passage + number * cut,
              };
            }),
          );
          const index = new KeywordIndex(parts, ['en']);
          const alive = all.flatMap(([text, isAlive]) => (isAlive ? [text] : []));
          const one = await keywordIndexOf(alive);
          const scores = (hits: { score: number }[]) => hits.map(({ score }) => score);
          expect(scores(index.searchKeywords(query, 15))).toEqual(
            scores(one.searchKeywords(query, 15)).map((score) => expect.closeTo(score, 9)),
          );
          const places = index.searchKeywords(query, 15).map(({ place }) => place);
          expect(places.every((place) => all[place]?.[1])).toBe(true);
          const [weights, expected] = [index.termWeights(query), one.termWeights(query)];
          expect([...weights]).toEqual([...expected]);
        },
      ),
    );
  });

  test('keeps the terms of each passage in their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), async (texts) => {
        const keywords = await keywordsOf(texts);
        expect(keywords.size).toBe(texts.length);
        for (const [passage, text] of texts.entries()) {
          const numbers = termsOf(text).map((term) => keywords.numberOf(term));
          expect([...keywords.sequenceOf(passage)]).toEqual(numbers);
        }
      }),
    );
  });

  test('is not read from half a file', async () => {
    const content = await encodeKeywords(await termSequences([['dam', 'cow'], ['hill']]));
    for (let length = 0; length < content.length; length++) {
      const half = Buffer.from(new Uint8Array(content.subarray(0, length)).buffer);
      expect(() => new KeywordSegment(half)).toThrow(/cut off|not a file/);
    }
  });
});

/** BM25 with k1 = 1.2 and b = 0.75, and half the rarer idf for ordered pairs, word by word. */
function slowScore(texts: string[], passage: number, query: string): number {
  const all = texts.map((text) => termsOf(text));
  const own = all[passage] ?? [];
  const meanLength = all.flat().length / all.length;
  const saturate = (count: number) =>
    (count * 2.2) / (count + 1.2 * (0.25 + (0.75 * own.length) / meanLength));
  const idf = (term: string) => {
    const having = all.filter((terms) => terms.includes(term)).length;
    return Math.log(1 + (all.length - having + 0.5) / (having + 0.5));
  };

  const asked = termsOf(query);
  let score = 0;
  for (const term of new Set(asked)) {
    score += idf(term) * saturate(own.filter((each) => each === term).length);
  }
  const pairs = new Set(asked.slice(1).map((term, i) => `${asked[i]} ${term}`));
  for (const pair of pairs) {
    const [first = '', second = ''] = pair.split(' ');
    if (first === second) continue;
    const count = own.filter((term, i) => term === second && own[i - 1] === first).length;
    score += 0.5 * Math.min(idf(first), idf(second)) * saturate(count);
  }
  return score;
}
