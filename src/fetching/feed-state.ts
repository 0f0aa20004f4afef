import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

/** Of one feed as many addresses are remembered, the latest: more than any feed holds at a time. */
const MAX_SEEN = 5_000;

const feedState = z.object({
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** Addresses of pages that are done: saved, or given up. */
  seen: z.array(z.string()),
  /** How often each page has failed so far. */
  failures: z.record(z.string(), z.number()),
});
export type FeedState = z.infer<typeof feedState>;

const file = z.record(z.string(), feedState);

/** What is known of the feeds from earlier rounds, in one small file. */
export class FeedStates {
  readonly #path: string;
  #states: Record<string, FeedState> = {};

  private constructor(path: string) {
    this.#path = path;
  }

  /** A file that is missing or damaged is as none: what was saved before is found in the corpus. */
  static async open(path: string): Promise<FeedStates> {
    const states = new FeedStates(path);
    try {
      states.#states = file.parse(JSON.parse(await readFile(path, 'utf8')));
    } catch {}
    return states;
  }

  of(feed: string): FeedState {
    return this.#states[feed] ?? { seen: [], failures: {} };
  }

  async set(feed: string, state: FeedState): Promise<void> {
    this.#states[feed] = { ...state, seen: state.seen.slice(-MAX_SEEN) };
    await writeFileAtomic(this.#path, JSON.stringify(this.#states), { mode: 0o600 });
  }
}
