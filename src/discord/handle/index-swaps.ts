import { EVERYTHING } from '../../scopes/scope.ts';
import type { Bot } from '../bot.ts';
import type { Library } from '../catalogue/library.ts';
import { pause } from '../sending/pause.ts';

/**
 * Yields the whole generation of the index that answers now, and from then on each one that takes its
 * place; of those that come and go while the caller is busy, the last. Ends with the signal.
 *
 * @param everyMs how often it is looked whether the index was swapped
 */
export async function* indexSwaps(
  bot: Bot,
  everyMs: number,
  stopped: AbortSignal,
): AsyncGenerator<Library> {
  let told: Library | undefined;
  while (!stopped.aborted) {
    const library = bot.library(EVERYTHING);
    if (library !== told) {
      told = library;
      yield library;
    }
    await pause(everyMs, stopped);
  }
}
