import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ArticleParser } from '../corpus/index.ts';
import { FetchError } from '../errors.ts';
import { FeedStates, readFeed, readPage, savePage, Web } from '../fetching/index.ts';

export interface FollowFeedsOptions {
  feeds: readonly string[];
  corpusDir: string;
  /** Where it is remembered which pages are done. */
  stateFile: string;
  intervalMs: number;
  allowPrivate: boolean;
  /** The largest page or feed that is taken, in bytes. */
  maxBytes: number;
  articleTimeoutMs: number;
  /** Ends the following. */
  signal: AbortSignal;
  log: Logger;
}

/**
 * Asks feeds again and again for new pages, and saves each as an article in the corpus folder,
 * whose followers then find it. What cannot be had is logged in a line and tried again. Resolves
 * when it is ended.
 */
export async function followFeeds(options: FollowFeedsOptions): Promise<void> {
  const { feeds, stateFile, intervalMs, allowPrivate, maxBytes, signal, log } = options;
  const states = await FeedStates.open(stateFile);
  while (!signal.aborted) {
    const ending = new AbortController();
    const either = AbortSignal.any([signal, ending.signal]);
    const web = new Web({ allowPrivate, maxBytes, signal: either });
    const parser = new ArticleParser(options.articleTimeoutMs, either);
    for (const feed of feeds) {
      if (!signal.aborted) await oneRound(feed, { ...options, states, web, parser });
    }
    ending.abort();
    await web.close();
    await sleep(intervalMs, undefined, { signal, ref: false }).catch(() => {});
  }
  log.debug('feeds are no longer followed');
}

interface Round extends FollowFeedsOptions {
  states: FeedStates;
  web: Web;
  parser: ArticleParser;
}

async function oneRound(feed: string, round: Round): Promise<void> {
  const { states, web, parser, corpusDir, signal, log } = round;
  try {
    const { state, failed, added } = await readFeed(feed, states.of(feed), web, async (url) => {
      const page = await readPage(url, web, parser);
      await savePage(page, corpusDir, { replace: false });
    });
    await states.set(feed, state);
    for (const { address, reason } of failed) log.warn({ page: address, reason }, 'not added');
    if (added > 0) log.info({ feed, added }, 'new articles');
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof FetchError)
      log.warn({ feed, reason: error.reason }, 'the feed is not read');
    else log.error({ err: error, feed }, 'the feed is not read');
  }
}
