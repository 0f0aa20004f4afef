import { expect, test } from 'vitest';
import { nearDuplicates } from '../../src/retrieval/near-duplicates.ts';

const report = 'The gauge at the quay read 5.82 metres at twenty to four in the morning.';

test('the same words with other punctuation are near duplicates', () => {
  expect(nearDuplicates(report, report.replaceAll(' ', '  ').toUpperCase())).toBe(true);
});

test('a text that is taken up whole in a longer one is a near duplicate of it', () => {
  expect(nearDuplicates(report, `As we wrote yesterday: ${report} The water fell at noon.`)).toBe(
    true,
  );
});

test('two texts on the same matter in other words are not', () => {
  expect(nearDuplicates(report, 'At 03:40 the river stood 5.82 metres high at the quay.')).toBe(
    false,
  );
});

test('texts of two words are compared as they are', () => {
  expect(nearDuplicates('Not yet.', 'Not yet.')).toBe(true);
  expect(nearDuplicates('Not yet.', 'Not now.')).toBe(false);
});
