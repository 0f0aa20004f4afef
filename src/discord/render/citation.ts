import type { ArticleCard, AskedOfCitation } from '../../passage.ts';
import type { Age } from '../../retrieval/metadata/age.ts';
import type { Words } from '../locales/words.ts';
import { apart } from '../text/direction.ts';
import { escapeMarkdown, oneLine } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';
import { LIMITS } from '../text/limits.ts';

/** Characters of a title, and of the authors, before they are escaped. */
const TITLE_LENGTH = 120;
const AUTHORS_LENGTH = 80;
const AUTHORS_SHOWN = 3;
/** For a title and an id without ink. */
const UNNAMED = '–';
/** Room that a citation always gets, in characters of Markdown. */
export const MIN_CITATION = 2 * TITLE_LENGTH + 2 * AUTHORS_LENGTH + 150;

/**
 * Hour (UTC) at which a calendar date is put on the time line: the day is then the same from
 * Hawaii (−10) to New Zealand's summer (+13). At noon it would be the next day in New Zealand.
 */
const HOUR_OF_DAY = 10;

/**
 * Title as a link, authors, date in the reader's own form, place: one line of Markdown of at most
 * `room` characters. What does not fit goes: first the text fragment, then the link.
 *
 * @param links addresses of the article, the most precise first
 * @param room at least {@link MIN_CITATION}
 */
export function citation(
  article: ArticleCard,
  place: string | undefined,
  links: readonly (string | null)[],
  words: Words,
  room: number,
): string {
  const rest = [authors(article.authors, words), date(article.date), place]
    .filter(Boolean)
    .map((part) => ` · ${part}`)
    .join('');
  for (const link of links) {
    const url = safeUrl(link);
    const linked = url && `${titleLink(article, url)}${rest}`;
    if (linked && linked.length <= room) return linked;
  }
  return `${title(article)}${rest}`;
}

/** Where in its article something stands: its paragraph, and its page in formats that have pages. */
export function placeOf(
  { paragraph, page }: { paragraph: number | string; page?: number | undefined },
  words: Words,
): string {
  const number = `¶\u00a0${paragraph}`;
  return page === undefined ? number : `${number} · ${words.onPage(page)}`;
}

/** How old an article is against others; nothing where it is not old. */
export function ageWords(age: Age | undefined, words: Words): string[] {
  if (!age) return [];
  const { years, than } = age;
  return [than === 'quoted' ? words.olderThanQuoted(years) : words.olderThanAll(years)];
}

/** The title in Discord's Markdown, cut if it is very long; never empty. */
export function title(article: Pick<ArticleCard, 'title' | 'id'>): string {
  const named = oneLine(article.title) || oneLine(article.id) || UNNAMED;
  return apart(escapeMarkdown(shorten(named, TITLE_LENGTH)));
}

/** A calendar date (ISO 8601) as a Discord time stamp; nothing where there is none. */
export function date(iso: string | null): string | undefined {
  if (iso === null) return undefined;
  const seconds = Date.parse(`${iso}T${HOUR_OF_DAY}:00:00Z`) / 1000;
  return Number.isFinite(seconds) ? `<t:${seconds}:D>` : undefined;
}

function authors(names: readonly string[], words: Words): string | undefined {
  if (names.length === 0) return undefined;
  const shown = names.slice(0, AUTHORS_SHOWN).map(oneLine).join(', ');
  const more = names.length - AUTHORS_SHOWN;
  const listed = apart(escapeMarkdown(shorten(shown, AUTHORS_LENGTH)));
  return more > 0 ? `${listed} ${words.andMore(more)}` : listed;
}

/**
 * Discord's parser takes no unbalanced bracket and no address as the label of a masked link, with
 * or without a backslash: such a title stands beside its link.
 */
function titleLink(article: ArticleCard, url: string): string {
  const label = title(article);
  return /[[\]]|\w:\S|\w\\:/u.test(label) ? `${label} [↗](<${url}>)` : `[${label}](<${url}>)`;
}

/** The address as it can stand in a masked link, or null if it is none that a reader should follow. */
export function safeUrl(address: string | null): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/u.test(url.protocol) || url.username || url.password) return null;
  const safe = url.href.replace(/[()<>\\\s]/gu, (c) => `%${hex(c.charCodeAt(0))}`);
  return safe.length <= LIMITS.url ? safe : null;
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(2, '0');
}

/** Authors that are named, and characters of each before they are escaped. */
const MAX_NAMED = 8;
const NAME_LENGTH = 60;

/** What an article's citation says, as one line of Markdown; or that it does not say. */
export function citedLine({ asked, article }: AskedOfCitation, words: Words): string {
  const named = `**${title(article)}**`;
  if (asked === 'title') return words.called(named);
  if (asked === 'authors and date') {
    const both = ['authors', 'date'] as const;
    return both.map((one) => citedLine({ asked: one, article }, words)).join(' ');
  }
  if (asked === 'date') {
    const day = date(article.date);
    return day === undefined ? words.noDate(named) : words.dated(named, day);
  }
  const authors = article.authors.map(oneLine).filter((name) => name !== '');
  if (authors.length === 0) return words.noAuthors(named);
  const names = authors
    .slice(0, MAX_NAMED)
    .map((name) => apart(escapeMarkdown(shorten(name, NAME_LENGTH))));
  const more = authors.length - names.length;
  const listed = more > 0 ? `${names.join(', ')} ${words.andMore(more)}` : words.list(names);
  return words.writtenBy(named, listed);
}
