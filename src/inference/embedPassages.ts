import type { ModelText } from '../passage.ts';
import type { ChildPool } from './childPool.ts';
import type { Task } from './protocol.ts';
import { vectorOf } from './results.ts';
import { segments } from './segments.ts';
import type { Embedder } from './types.ts';

/** A piece of a text that is tokenized at once, and its windows' vectors as they come. */
interface Piece {
  /** Which of the texts it belongs to. */
  index: number;
  text: ModelText;
  vectors: Float32Array[];
}

/** Embeds passages with all children of a pool: see {@link Embedder.embedPassages}. */
export async function embedPassages(
  pool: ChildPool,
  texts: readonly ModelText[],
  { onProgress, signal }: Parameters<Embedder['embedPassages']>[1] = {},
): Promise<Float32Array[][]> {
  signal?.throwIfAborted();
  const batch = {};
  const drop = () => pool.drop(batch, signal?.reason);
  signal?.addEventListener('abort', drop, { once: true });

  const pieces: Piece[] = texts.flatMap(({ head, body }, index) =>
    segments(body).map((segment) => ({ index, text: { head, body: segment }, vectors: [] })),
  );
  const missing = new Array<number>(texts.length).fill(0);
  for (const { index } of pieces) missing[index]!++;
  let done = 0;

  const finish = async (piece: Piece, first: ReturnType<ChildPool['run']>[number]) => {
    const { vector, windows } = vectorOf(await first);
    const others: Task[] = [];
    for (let window = 1; window < windows; window++) {
      others.push({ kind: 'passage', text: piece.text, window });
    }
    const rest = pool.run(others, { urgent: false, batch, first: true });
    piece.vectors = [vector, ...(await Promise.all(rest)).map((result) => vectorOf(result).vector)];
    if (--missing[piece.index]! === 0) onProgress?.({ done: ++done, total: texts.length });
  };

  try {
    // The longest first, so that no child has a long one left when the others are done.
    const sorted = pieces.toSorted((a, b) => length(b.text) - length(a.text));
    const runs = pool.run(
      sorted.map(({ text }) => ({ kind: 'passage', text, window: 0 })),
      { urgent: false, batch },
    );
    await Promise.all(sorted.map((piece, i) => finish(piece, runs[i]!)));
  } catch (error) {
    pool.drop(batch, error);
    throw error;
  } finally {
    signal?.removeEventListener('abort', drop);
  }
  const vectors: Float32Array[][] = texts.map(() => []);
  for (const piece of pieces) vectors[piece.index]!.push(...piece.vectors);
  return vectors;
}

function length({ head, body }: ModelText): number {
  return head.length + body.length;
}
