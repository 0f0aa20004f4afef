import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WINDOW_OVERLAP, windowStarts } from '../../src/inference/child/windows.ts';
import { SEGMENT_CHARACTERS, SEGMENT_OVERLAP, segments } from '../../src/inference/segments.ts';

const lengths = fc.record({
  length: fc.integer({ min: 0, max: 5000 }),
  room: fc.integer({ min: 2 * WINDOW_OVERLAP, max: 510 }),
});

it('windows cover all tokens, overlap, and are full', () => {
  fc.assert(
    fc.property(lengths, ({ length, room }) => {
      const starts = windowStarts(length, room);
      expect(starts[0]).toBe(0);
      expect((starts.at(-1) ?? 0) + room).toBeGreaterThanOrEqual(length);
      for (const [i, start] of starts.entries()) {
        if (i > 0) {
          const before = starts[i - 1] ?? 0;
          expect(start).toBeGreaterThan(before);
          expect(before + room - start).toBeGreaterThanOrEqual(WINDOW_OVERLAP);
          expect(start + room).toBeLessThanOrEqual(length);
        }
      }
    }),
  );
});

it('windows are found however little room there is', () => {
  expect(windowStarts(5, 1)).toEqual([0, 1, 2, 3, 4]);
});

/** Texts in which no two places are alike, with white space here and there, or none. */
const texts = fc
  .array(fc.constantFrom('a', '👩‍👩‍👧', ' ', '\n', ' word', 'x'.repeat(300)), {
    minLength: 1,
    maxLength: 9,
  })
  .map((pieces) =>
    Array.from({ length: 5000 }, (_, i) => `${pieces[i % pieces.length]}${i}`).join(''),
  );

it('segments are pieces of the text in order that leave nothing out', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let reached = 0;
      for (const segment of segments(text)) {
        expect(segment.length).toBeLessThanOrEqual(SEGMENT_CHARACTERS);
        expect(segment.isWellFormed()).toBe(true);
        const start = text.indexOf(segment, Math.max(0, reached - 2 * SEGMENT_OVERLAP));
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThanOrEqual(reached);
        reached = Math.max(reached, start + segment.length);
      }
      expect(reached).toBe(text.length);
    }),
    { numRuns: 30 },
  );
});

it('a short text is one segment, and an empty one too', () => {
  expect(segments('A bridge.')).toEqual(['A bridge.']);
  expect(segments('')).toEqual(['']);
});
