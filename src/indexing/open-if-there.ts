import { IndexError } from '../errors.ts';
import type { EmbeddingProfile } from '../inference/types.ts';
import { openStore } from '../store/index.ts';
import type { PassageStore } from '../store/types.ts';

/** The index, or undefined where there is none yet. */
export async function openIfThere(
  indexDir: string,
  model: EmbeddingProfile,
): Promise<PassageStore | undefined> {
  try {
    return await openStore(indexDir, { model });
  } catch (error) {
    if (error instanceof IndexError && error.code === 'missing') return undefined;
    throw error;
  }
}
