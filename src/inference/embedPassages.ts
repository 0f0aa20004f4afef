import type { ModelText } from '../passage.ts';
import type { ChildPool } from './childPool.ts';
import { vectorOf } from './results.ts';
import { segments } from './segments.ts';
import type { Embedder } from './types.ts';

type Options = NonNullable<Parameters<Embedder['embedPassages']>[1]>;

/** Embeds passages with all children of a pool: see {@link Embedder.embedPassages}. */
export async function embedPassages(
  pool: ChildPool,
  texts: readonly ModelText[],
  { onProgress, signal }: Options = {},
): Promise<Float32Array[][]> {
  signal?.throwIfAborted();
  const batch = {};
  const stop = () => pool.drop(batch, signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const all = texts.map(({ head, body }) => {
      const parts = segments(body).map((segment) => ({
        text: { head, body: segment },
        vectors: [] as Float32Array[],
      }));
      return { parts, left: parts.length };
    });
    // The longest first, so that no child has a long one left when the others are done.
    const sorted = all
      .flatMap((owner) => owner.parts.map((part) => ({ owner, part })))
      .toSorted((a, b) => size(b.part.text) - size(a.part.text));
    let done = 0;
    await Promise.all(
      sorted.map(async ({ owner, part }) => {
        part.vectors = await embedWindows(pool, part.text, batch);
        if (--owner.left === 0) onProgress?.({ done: ++done, total: texts.length });
      }),
    );
    return all.map(({ parts }) => parts.flatMap(({ vectors }) => vectors));
  } catch (error) {
    pool.drop(batch, error);
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** The vectors of all windows of a text; the first run tells how many there are. */
async function embedWindows(
  pool: ChildPool,
  text: ModelText,
  batch: object,
): Promise<Float32Array[]> {
  const { vector, windows } = vectorOf(
    await pool.run({ kind: 'passage', text, window: 0 }, { urgent: false, batch }),
  );
  const others = Array.from({ length: windows - 1 }, (_, i) =>
    pool.run({ kind: 'passage', text, window: i + 1 }, { urgent: false, batch, first: true }),
  );
  return [vector, ...(await Promise.all(others)).map((result) => vectorOf(result).vector)];
}

function size({ head, body }: ModelText): number {
  return head.length + body.length;
}
