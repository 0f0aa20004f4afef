import { describe, expect, test } from 'vitest';
import { markedRun } from '../../src/retrieval/marked-run.ts';

const sentences = [0, 10, 20, 30].map((start) => ({ start, end: start + 9, plain: 'A sentence.' }));
const passage = { start: 0, end: 39 };

describe('what is marked', () => {
  test('is the best sentence where no other comes close', () => {
    expect(markedRun(sentences, [0.05, 0.9, 0.03, 0.02], 1, passage, 0.1)).toEqual({
      first: 1,
      last: 1,
    });
  });

  test('is also the one before or after it that comes close, the closer one of them', () => {
    expect(markedRun(sentences, [0.2, 0.6, 0.15, 0.05], 1, passage, 0.1)).toEqual({
      first: 0,
      last: 1,
    });
    expect(markedRun(sentences, [0.15, 0.6, 0.2, 0.05], 1, passage, 0.1)).toEqual({
      first: 1,
      last: 2,
    });
  });

  test('is never a sentence that is not next to the best one', () => {
    expect(markedRun(sentences, [0.5, 0.01, 0.01, 0.48], 0, passage, 0.1)).toEqual({
      first: 0,
      last: 0,
    });
  });

  test('is never outside what is quoted', () => {
    const quoted = { start: 10, end: 29 };
    expect(markedRun(sentences, [0.4, 0.5, 0.04, 0.06], 1, quoted, 0.1)).toEqual({
      first: 1,
      last: 1,
    });
  });

  test('is one sentence where no sentence promises anything', () => {
    expect(markedRun(sentences, [0, 0, 0, 0], 0, passage, 0.1)).toEqual({ first: 0, last: 0 });
  });
});
