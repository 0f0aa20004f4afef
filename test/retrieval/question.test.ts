import { expect, test } from 'vitest';
import { QuestionError } from '../../src/errors.ts';
import {
  MAX_QUESTION_LENGTH,
  parseQuestion,
  withoutShouting,
} from '../../src/retrieval/question.ts';

test('white space around and inside a question is tidied', () => {
  expect(parseQuestion('  when did\n\tthe  ferry leave? ')).toBe('when did the ferry leave?');
});

test.each(['', '   ', '\n\t'])('an empty question (%j) is refused', (input) => {
  expect(() => parseQuestion(input)).toThrow(QuestionError);
});

test.each(['???', '… — !', '🙂', '"\'"'])('a question without a word (%s) is refused', (input) => {
  expect(() => parseQuestion(input)).toThrow(/holds no word/);
});

test('a question of 10,000 characters is refused with the limit', () => {
  expect(() => parseQuestion('a'.repeat(10_000))).toThrow(
    `has 10000 characters; at most ${MAX_QUESTION_LENGTH}`,
  );
});

test.each(['ж?', '何時?', '1911', 'é'])('a question in any script (%s) is taken', (input) => {
  expect(parseQuestion(input)).toBe(input);
});

test('every refusal is one line', () => {
  for (const input of ['', '!?'.repeat(500), `${'x\n'.repeat(5_000)}`]) {
    expect(() => parseQuestion(input)).toThrow(/^[^\n]+$/);
  }
});

test.each([
  ['WHO BUILT THE U.S. NAVY?', 'who built the u.s. navy?'],
  ['Who built the U.S. NAVY?', 'Who built the U.S. NAVY?'],
  ['1911', '1911'],
  ['何時?', '何時?'],
])('only capitals throughout are shouting: %s', (question, calm) => {
  expect(withoutShouting(question)).toBe(calm);
});
