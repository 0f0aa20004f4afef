import { parseFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { FetchError } from '../errors.ts';
import type { WebFile } from './web.ts';

/** What a feed or a sitemap tells of a page. */
export interface FeedEntry {
  url: string;
  /** ISO 8601 or as the feed writes it; it says only whether a page has changed. */
  updated: string | undefined;
}

/** The pages that a sitemap names, or the further sitemaps of an index of them. */
interface Sitemap {
  entries: FeedEntry[];
  sitemaps: string[];
}

/**
 * The pages of a feed (RSS, Atom, JSON Feed) or a sitemap, in its own order, which is newest first
 * for most; each once.
 *
 * @throws FetchError when the file is neither
 */
export function feedEntries({ bytes, url }: WebFile): Sitemap {
  const text = new TextDecoder().decode(bytes).trimStart();
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:\w+:)?(?:urlset|sitemapindex)\b/.test(text)
  ) {
    return readSitemap(text);
  }
  try {
    return { entries: distinct(entriesOf(text), url), sitemaps: [] };
  } catch (cause) {
    throw new FetchError(url.href, 'is no feed (RSS, Atom or JSON Feed) and no sitemap', { cause });
  }
}

function entriesOf(text: string): { url: string | undefined; updated: string | undefined }[] {
  const { format, feed } = parseFeed(text);
  switch (format) {
    case 'atom':
      return (feed.entries ?? []).map(({ links, id, updated }) => ({
        url:
          (links?.find(({ rel = 'alternate' }) => rel === 'alternate') ?? links?.[0])?.href ?? id,
        updated,
      }));
    case 'json':
      return (feed.items ?? []).map(({ url, external_url, id, date_modified, date_published }) => ({
        url: url ?? external_url ?? id,
        updated: date_modified ?? date_published,
      }));
    case 'rss':
      return (feed.items ?? []).map(({ link, guid, pubDate }) => ({
        url: link ?? guid?.value,
        updated: pubDate,
      }));
    default:
      return (feed.items ?? []).map(({ link }) => ({ url: link, updated: undefined }));
  }
}

function readSitemap(text: string): Sitemap {
  const { document } = parseHTML(text);
  const childText = (
    element: { querySelector(name: string): { textContent: string | null } | null },
    name: string,
  ) => element.querySelector(name)?.textContent?.trim();
  const entries = [...document.querySelectorAll('url')].flatMap((element) => {
    const url = childText(element, 'loc');
    return url ? [{ url, updated: childText(element, 'lastmod') }] : [];
  });
  const sitemaps = [...document.querySelectorAll('sitemap')].flatMap(
    (element) => childText(element, 'loc') ?? [],
  );
  return { entries, sitemaps };
}

function distinct(
  entries: readonly { url: string | undefined; updated: string | undefined }[],
  base: URL,
): FeedEntry[] {
  const found = new Map<string, FeedEntry>();
  for (const { url, updated } of entries) {
    if (!url || !URL.canParse(url, base.href)) continue;
    const { href } = new URL(url, base.href);
    if (!found.has(href)) found.set(href, { url: href, updated });
  }
  return [...found.values()];
}
