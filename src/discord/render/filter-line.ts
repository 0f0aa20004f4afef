import type { APITextDisplayComponent } from 'discord.js';
import type { Answer, ArticleFilter } from '../../passage.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Words } from '../locales/words.ts';
import { text } from '../message/components.ts';
import { escapeMarkdown, oneLine, unescapeMarkdown } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';

/**
 * The text display that names the filter of an answer has this id, so that a later click or
 * question finds it; the second answer of a message has the next one, and so on.
 */
const FILTER_ID = 1101;
/** Characters of a tag or an author before they are escaped. */
const NAME_LENGTH = 80;

/** The same in every language, so that the line can be read back. */
const TAG = '🏷️';
const AUTHOR = '✍️';
const DAYS = '📅';
const MARK = `${TAG}|${AUTHOR}|${DAYS}`;
const PART = new RegExp(`(${MARK}) (.*?)(?= · (?:${MARK}) |$)`, 'gu');
/** Of two days; either may be open. */
const TO = ' – ';

/** Which articles an answer is from; nothing where all were searched. @param part which answer */
export function filterLine(
  { filter = {} }: Pick<Answer, 'filter'>,
  words: Words,
  part = 0,
): APITextDisplayComponent[] {
  const named = filterText(filter);
  return named === '' ? [] : [text(`-# ${words.onlyArticles} ${named}`, FILTER_ID + part)];
}

/** A filter in Markdown; empty where it leaves everything. */
export function filterText({ tag, author, since, until }: ArticleFilter): string {
  const name = (value: string) => escapeMarkdown(shorten(oneLine(value), NAME_LENGTH));
  return [
    tag !== undefined && `${TAG} ${name(tag)}`,
    author !== undefined && `${AUTHOR} ${name(author)}`,
    (since ?? until) !== undefined && `${DAYS} ${since ?? ''}${TO}${until ?? ''}`,
  ]
    .filter((part) => part !== false)
    .join(' · ');
}

/** The filter that a card's texts name; undefined where they name none. */
export function filterOn(
  shown: readonly { id?: number | undefined; content: string }[],
  { tags, authors }: Catalogue,
  part = 0,
): ArticleFilter | undefined {
  const line = shown.find(({ id }) => id === FILTER_ID + part)?.content;
  if (line === undefined) return undefined;
  const named = new Map(
    Array.from(line.matchAll(PART), ([, mark, value = '']) => [mark, unescapeMarkdown(value)]),
  );
  const [since, until] = named.get(DAYS)?.split(TO) ?? [];
  // What no article has any more leaves none.
  const known = (names: Catalogue['tags'], value: string | undefined) =>
    value === undefined ? undefined : (names.resolve(value) ?? value);
  return {
    tag: known(tags, named.get(TAG)),
    author: known(authors, named.get(AUTHOR)),
    since: since || undefined,
    until: until || undefined,
  };
}
