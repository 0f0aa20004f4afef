import type { Embedder } from '../inference/types.ts';
import type { ModelText } from '../passage.ts';
import { SharedProgress } from './shared-progress.ts';
import type { IndexingOptions } from './types.ts';

/** The texts of one passage. */
export interface PassageTexts {
  textHash: string;
  texts: readonly ModelText[];
}

export interface FreshVectors {
  /** By the hash of the passage's texts. */
  vectors: Map<string, readonly Float32Array[]>;
  /** What was thrown for passages that cannot be embedded, by the same. */
  failed: Map<string, unknown>;
}

/** Passages that are handed over together: enough that the longest of them do not hold up the rest. */
const PORTION = 128;
/** So many portions are at work, so that no child waits for the last text of one. */
const PORTIONS_AT_WORK = 2;

/**
 * Embeds passages, a portion at a time: all texts of a large corpus at once would hold the event
 * loop. When one of a portion fails, its passages are embedded again one by one, to find it.
 *
 * @throws when nothing at all can be embedded: what the embedder threw; the signal's reason.
 */
export async function embedTexts(
  passages: readonly PassageTexts[],
  embedder: Embedder,
  options: Pick<IndexingOptions, 'onProgress' | 'signal'>,
): Promise<FreshVectors> {
  const fresh: FreshVectors = { vectors: new Map(), failed: new Map() };
  const progress = new SharedProgress(passages.length, options.onProgress);
  const stopping = new AbortController();
  const signals = [stopping.signal, ...(options.signal ? [options.signal] : [])];
  const signal = AbortSignal.any(signals);

  const embed = async (portion: readonly PassageTexts[]) => {
    const share = progress.share(portion.length);
    try {
      const texts = portion.flatMap((passage) => passage.texts);
      const vectors = await embedder.embedPassages(texts, { signal, onProgress: share.report });
      let next = 0;
      for (const passage of portion) {
        const own = vectors.slice(next, next + passage.texts.length);
        fresh.vectors.set(passage.textHash, own.flat());
        next += own.length;
      }
      share.finish();
    } catch (error) {
      share.takeBack();
      signal.throwIfAborted();
      throw error;
    }
  };
  const embedOneByOne = async (portion: readonly PassageTexts[]) => {
    for (const passage of portion) {
      await embed([passage]).catch(async (error: unknown) => {
        signal.throwIfAborted();
        await checkStillRuns(embedder, error);
        fresh.failed.set(passage.textHash, error);
        progress.share(1).finish();
      });
    }
  };
  let begun = 0;
  const work = async () => {
    while (begun < passages.length) {
      const portion = passages.slice(begun, begun + PORTION);
      begun += portion.length;
      await embed(portion).catch(() => {
        signal.throwIfAborted();
        return embedOneByOne(portion);
      });
    }
  };
  try {
    await Promise.all(Array.from({ length: PORTIONS_AT_WORK }, work));
  } catch (error) {
    stopping.abort(error);
    throw error;
  }
  return fresh;
}

/** Tells a text that cannot be embedded from an embedder that cannot embed. @throws the error then */
async function checkStillRuns(embedder: Embedder, error: unknown): Promise<void> {
  await embedder.embedQuery('water').catch(() => {
    throw error;
  });
}
