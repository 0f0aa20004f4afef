import { expect, it } from 'vitest';
import { parseArticle } from '../../src/corpus/parse-article.ts';
import { ArticleError } from '../../src/errors.ts';
import { termsOf } from '../../src/store/terms.ts';
import { LINEAR_SHAPES, type Shape } from './growth-shapes.ts';

/** Time grows no more than so much when the length is doubled; by 4, if by its square. */
const MOST = 3;
/** Below that, what is compiled or collected meanwhile counts for more; in milliseconds. */
const MIN_MS = 40;
const LENGTHS = { first: 1_000, last: 256_000 };
/** Other work on the machine may spoil a measurement, but not this many. */
const TRIES = 4;

/** Time of the processor, in milliseconds, to read an article and make terms of it. */
function costOf(shape: Shape, length: number): number {
  const bytes = Buffer.from(shape.text(length));
  const began = process.cpuUsage();
  try {
    for (const { plain } of parseArticle(shape.file, bytes).passages) termsOf(plain);
  } catch (error) {
    expect(error).toBeInstanceOf(ArticleError);
  }
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] as number;

it.each(LINEAR_SHAPES)('reading $file takes time in line with its length: $name', (shape) => {
  let length = LENGTHS.first;
  while (length < LENGTHS.last && costOf(shape, length) < MIN_MS) length *= 2;
  let growth = Infinity;
  for (let tries = 0; growth >= MOST && tries < TRIES; tries++) {
    const pairs = Array.from(
      { length: 3 },
      () => [costOf(shape, length), costOf(shape, length * 2)] as const,
    );
    const [once, twice] = [median(pairs.map(([a]) => a)), median(pairs.map(([, b]) => b))];
    growth = twice < MIN_MS ? 1 : twice / once;
  }
  expect(growth).toBeLessThan(MOST);
});
