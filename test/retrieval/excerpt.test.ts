import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sentence, Span } from '../../src/passage.ts';
import { excerptAround, excerptsOf } from '../../src/retrieval/excerpt.ts';

const sentencesOf = (lengths: readonly number[]): Sentence[] => {
  let start = 10;
  return lengths.map((length) => {
    const sentence = { start, end: start + length, plain: 'x'.repeat(length) };
    start += length + 1;
    return sentence;
  });
};

const scenario = fc
  .array(fc.record({ length: fc.integer({ min: 1, max: 90 }), weight: fc.nat(5) }), {
    minLength: 1,
    maxLength: 12,
  })
  .chain((parts) =>
    fc.record({
      sentences: fc.constant(sentencesOf(parts.map(({ length }) => length))),
      weights: fc.constant(parts.map(({ weight }) => weight)),
      center: fc.nat(parts.length - 1),
      maxLength: fc.integer({ min: 20, max: 200 }),
    }),
  );

test('an excerpt is a run of whole sentences that holds the center', () => {
  fc.assert(
    fc.property(scenario, ({ sentences, weights, center, maxLength }) => {
      const { start, end } = excerptAround(sentences, weights, center, maxLength);
      const middle = sentences[center] as Sentence;
      expect(sentences.map((sentence) => sentence.start)).toContain(start);
      expect(sentences.map((sentence) => sentence.end)).toContain(end);
      expect(start).toBeLessThanOrEqual(middle.start);
      expect(end).toBeGreaterThanOrEqual(middle.end);
    }),
  );
});

test('an excerpt keeps to the length unless its one sentence is longer', () => {
  fc.assert(
    fc.property(scenario, ({ sentences, weights, center, maxLength }) => {
      const { start, end } = excerptAround(sentences, weights, center, maxLength);
      const middle = sentences[center] as Sentence;
      const alone = start === middle.start && end === middle.end;
      expect(end - start <= maxLength || alone).toBe(true);
    }),
  );
});

test('no other run that fits has more weight', () => {
  fc.assert(
    fc.property(scenario, ({ sentences, weights, center, maxLength }) => {
      const weightOf = ({ start, end }: Span) =>
        sentences.reduce(
          (sum, s, i) => (s.start >= start && s.end <= end ? sum + (weights[i] ?? 0) : sum),
          0,
        );
      const found = weightOf(excerptAround(sentences, weights, center, maxLength));
      for (const first of sentences.slice(0, center + 1)) {
        for (const last of sentences.slice(center)) {
          if (last.end - first.start > maxLength) continue;
          expect(found).toBeGreaterThanOrEqual(weightOf({ start: first.start, end: last.end }));
        }
      }
    }),
  );
});

test('the excerpts of a passage do not overlap, each holds its sentence, and the best come first', () => {
  fc.assert(
    fc.property(scenario, ({ sentences, weights, maxLength }) => {
      const excerpts = excerptsOf(sentences, weights, maxLength);
      const places = [...excerpts].sort((a, b) => a.start - b.start);
      for (const [index, { start }] of places.entries()) {
        expect(start).toBeGreaterThanOrEqual(places[index - 1]?.end ?? 0);
      }
      for (const { start, end, center } of excerpts) {
        expect(sentences[center]?.start).toBeGreaterThanOrEqual(start);
        expect(sentences[center]?.end).toBeLessThanOrEqual(end);
      }
      const order = excerpts.map(({ center }) => weights[center] as number);
      expect(order).toEqual([...order].sort((a, b) => b - a));
    }),
  );
});

test('every sentence that has weight is in one of the excerpts', () => {
  fc.assert(
    fc.property(scenario, ({ sentences, weights, maxLength }) => {
      const excerpts = excerptsOf(sentences, weights, maxLength);
      for (const [index, { start }] of sentences.entries()) {
        if (weights[index] === 0) continue;
        expect(excerpts.filter((one) => one.start <= start && start < one.end)).toHaveLength(1);
      }
    }),
  );
});
