import type { ChildPool } from './child-pool.ts';
import { readingOf } from './results.ts';
import { SEGMENT_CHARACTERS } from './segments.ts';
import type { ReadableText, TextReading } from './types.ts';

/** Reads texts with all children of a pool: see {@link Reranker.read}. */
export async function read(
  pool: ChildPool,
  query: string,
  texts: readonly ReadableText[],
): Promise<TextReading[]> {
  const batch = {};
  const readings = new Array<TextReading>(texts.length);
  const sorted = texts
    .map((text, index) => ({ text, index }))
    .toSorted((a, b) => b.text.body.length - a.text.body.length);
  try {
    await Promise.all(
      sorted.map(async ({ text, index }) => {
        const task = { kind: 'pair', query: cut(query), text: cutBody(text) } as const;
        readings[index] = readingOf(await pool.run(task, { urgent: true, batch }));
      }),
    );
  } catch (error) {
    pool.drop(batch, error);
    throw error;
  }
  return readings;
}

/** No model reads more, and tokenizing a book to throw most of it away would take seconds. */
function cut(text: string): string {
  return text.slice(0, SEGMENT_CHARACTERS);
}

function cutBody({ head, body, sentences }: ReadableText): ReadableText {
  return { head, body: cut(body), sentences };
}
