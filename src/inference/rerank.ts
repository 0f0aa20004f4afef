import type { ModelText } from '../passage.ts';
import type { ChildPool } from './child-pool.ts';
import { logitOf } from './results.ts';
import { SEGMENT_CHARACTERS } from './segments.ts';

/** Scores texts with all children of a pool: see {@link Reranker.rerank}. */
export async function rerank(
  pool: ChildPool,
  query: string,
  texts: readonly ModelText[],
): Promise<number[]> {
  const batch = {};
  const logits = new Array<number>(texts.length);
  const sorted = texts
    .map((text, index) => ({ text, index }))
    .toSorted((a, b) => b.text.body.length - a.text.body.length);
  try {
    await Promise.all(
      sorted.map(async ({ text, index }) => {
        const task = { kind: 'pair', query: cut(query), text: cutBody(text) } as const;
        logits[index] = logitOf(await pool.run(task, { urgent: true, batch }));
      }),
    );
  } catch (error) {
    pool.drop(batch, error);
    throw error;
  }
  return logits;
}

/** No model reads more, and tokenizing a book to throw most of it away would take seconds. */
function cut(text: string): string {
  return text.slice(0, SEGMENT_CHARACTERS);
}

function cutBody({ head, body }: ModelText): ModelText {
  return { head, body: cut(body) };
}
