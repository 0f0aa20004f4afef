import { FetchError } from '../errors.ts';
import { type FeedEntry, feedEntries } from './feed-entries.ts';
import type { FeedState } from './feed-state.ts';
import type { Web } from './web.ts';

/** In one round of a feed; the others follow in the next. */
const MAX_PAGES_A_ROUND = 20;
/** A page that cannot be had so often is given up. */
const MAX_FAILURES = 3;
/** Of an index of sitemaps the first are read. */
const MAX_SITEMAPS = 10;

interface FeedRound {
  state: FeedState;
  /** Pages that could not be had, in a line each. */
  failed: FetchError[];
  /** How many were new. */
  added: number;
}

/**
 * One round of a feed: asks it for what is new since the last round, and adds each page.
 *
 * @param add saves a page; its FetchErrors are told in the result
 * @throws FetchError when the feed itself cannot be had
 */
export async function readFeed(
  feed: string,
  before: FeedState,
  web: Web,
  add: (url: string) => Promise<void>,
): Promise<FeedRound> {
  const found = await web.get(feed, before);
  if (!found) return { state: before, failed: [], added: 0 };
  const fresh = await newEntries(feedEntries(found), before, web);
  const round = fresh.slice(0, MAX_PAGES_A_ROUND);
  const seen = [...before.seen];
  const failures = { ...before.failures };
  const failed: FetchError[] = [];
  // The oldest first, so that what is announced is in order.
  for (const { url } of round.reverse()) {
    try {
      await add(url);
      seen.push(url);
      delete failures[url];
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      failed.push(error);
      failures[url] = (failures[url] ?? 0) + 1;
      if (failures[url] < MAX_FAILURES) continue;
      seen.push(url);
      delete failures[url];
    }
  }
  const isDone = fresh.length <= MAX_PAGES_A_ROUND && Object.keys(failures).length === 0;
  const state = {
    // With something left to do, the feed has to be had again though it is the same.
    ...(isDone && { etag: found.etag, lastModified: found.lastModified }),
    seen,
    failures,
  };
  return { state, failed, added: round.length - failed.length };
}

async function newEntries(
  { entries, sitemaps }: ReturnType<typeof feedEntries>,
  { seen }: FeedState,
  web: Web,
): Promise<FeedEntry[]> {
  const known = new Set(seen);
  const all = [...entries];
  for (const address of sitemaps.slice(0, MAX_SITEMAPS)) {
    const found = await web.get(address);
    if (found) all.push(...feedEntries(found).entries);
  }
  return all.filter(({ url }) => !known.has(url));
}
