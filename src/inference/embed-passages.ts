import { setImmediate } from 'node:timers/promises';
import type { ModelText } from '../passage.ts';
import type { ChildPool } from './child-pool.ts';
import { vectorOf } from './results.ts';
import { segments } from './segments.ts';
import type { Embedder } from './types.ts';

type Options = NonNullable<Parameters<Embedder['embedPassages']>[1]>;

/** How many texts are looked at before the event loop gets its turn. */
const TEXTS_A_TURN = 2000;
/** Characters by which texts differ in length at least when one goes before the other. */
const LENGTH_STEP = 32;

/** A piece of a text that is tokenized at once, and the vectors of its windows. */
interface Part {
  text: ModelText;
  vectors: Float32Array[];
  /** The text's parts, this one among them, that are not done. */
  left: Set<Part>;
}

/** Embeds passages with all children of a pool: see {@link Embedder.embedPassages}. */
export async function embedPassages(
  pool: ChildPool,
  texts: readonly ModelText[],
  { onProgress, signal }: Options = {},
): Promise<Float32Array[][]> {
  const all: Part[][] = [];
  for (const text of texts) {
    if (all.length % TEXTS_A_TURN === TEXTS_A_TURN - 1) await setImmediate();
    all.push(partsOf(text));
  }
  signal?.throwIfAborted();
  const sorted = longestFirst(all.flat());
  let next = 0;
  let done = 0;

  const batch = {};
  const stop = (reason: unknown) => {
    next = sorted.length;
    pool.drop(batch, reason);
  };
  const abort = () => stop(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  const work = async () => {
    for (let part = sorted[next++]; part; part = sorted[next++]) {
      part.vectors = await embedWindows(pool, part.text, batch);
      part.left.delete(part);
      if (part.left.size === 0) onProgress?.({ done: ++done, total: texts.length });
    }
  };
  try {
    // A few at a time: to hand over all of a large corpus would hold the event loop.
    await Promise.all(Array.from({ length: pool.capacity }, work));
    return all.map((parts) => parts.flatMap(({ vectors }) => vectors));
  } catch (error) {
    stop(error);
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
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

function partsOf({ head, body }: ModelText): Part[] {
  const left = new Set<Part>();
  for (const segment of segments(body)) {
    left.add({ text: { head, body: segment }, vectors: [], left });
  }
  return [...left];
}

/**
 * Sorts parts by length, as nearly as it matters and in linear time, so that no child has a long
 * one left when the others are done.
 */
function longestFirst(parts: readonly Part[]): Part[] {
  const byLength: Part[][] = [];
  for (const part of parts) {
    const length = part.text.head.length + part.text.body.length;
    const step = Math.floor(length / LENGTH_STEP);
    byLength[step] ??= [];
    byLength[step].push(part);
  }
  return byLength.reverse().flat();
}
