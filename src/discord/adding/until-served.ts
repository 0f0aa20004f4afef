import { setTimeout as sleep } from 'node:timers/promises';
import { articleId } from '../../corpus/index.ts';
import { IndexLockedError, PullquoteError } from '../../errors.ts';
import { EVERYTHING } from '../../scopes/scope.ts';
import type { Libraries } from '../catalogue/scoped-libraries.ts';
import type { FoundArticles } from './intake.ts';

/** What is served by another name, or was changed meanwhile, is not waited for. */
const MAX_ROUNDS = 3;
/** Between two tries while somebody else is embedding, in milliseconds. */
const RETRY_MS = 1_000;

/** What became of articles that were saved. */
export type Serving =
  | { kind: 'served'; id: string; title: string }
  /** They are in the folder, and cannot be used. */
  | { kind: 'left out'; why: Error }
  /** The index as a whole cannot be brought in line. */
  | { kind: 'failed'; why: PullquoteError };

interface IndexKeeper {
  library: Libraries;
  reindex: (onProgress: () => void) => Promise<{ skipped: readonly Error[] }>;
}

/**
 * Brings the index in line until it holds the articles of a file as they were found. Whoever
 * follows the folder may do so at the same time: one of the two waits.
 */
export async function untilServed(
  bot: IndexKeeper,
  { articles, file: foundAs }: FoundArticles,
  file: string,
): Promise<Serving> {
  const [first] = articles;
  if (!first) throw new Error('There is no article in it.');
  const id = articleId(`${file}${first.article.file.slice(foundAs.length)}`);
  for (let rounds = 0; rounds < MAX_ROUNDS; ) {
    const stored = (await bot.library(EVERYTHING).read([id])).article(id);
    if (stored?.text === first.article.text) return { kind: 'served', id, title: stored.title };
    try {
      const { skipped } = await bot.reindex(() => {});
      rounds++;
      const why = skipped.find((error) => 'file' in error && error.file === file);
      if (why) return { kind: 'left out', why };
    } catch (error) {
      if (!(error instanceof PullquoteError)) throw error;
      if (!(error instanceof IndexLockedError)) return { kind: 'failed', why: error };
    }
    await sleep(RETRY_MS);
  }
  return { kind: 'failed', why: new PullquoteError('the file was changed again meanwhile') };
}
