import { shorten } from './graphemes.ts';

/** Characters of a wrong input that are repeated. */
const REPEATED = 80;

/** Has a meaning in Discord's Markdown wherever it stands. */
const ANYWHERE = /[\\*_~`|<@[\]]|:(?=\S)/gu;
/** Opens a heading, subtext, list or block quote where a line begins. */
const LINE_START = /^([^\S\n]*)([-+>#])/gmu;
const NUMBERED_ITEM = /^([^\S\n]*\d+)\./gmu;

/**
 * The text in Discord's Markdown so that it is shown as it is: nothing in it formats, mentions,
 * links, hides or opens a block. A backslash stands only where Discord's parser takes it away
 * again (before a character that is no letter, digit or white space). Line ends become `\n`.
 */
export function escapeMarkdown(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(ANYWHERE, '\\$&')
    .replace(LINE_START, '$1\\$2')
    .replace(NUMBERED_ITEM, '$1\\.');
}

/** What Discord shows of a text that {@link escapeMarkdown} made. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])/gu, '$1');
}

/**
 * A title or a name for use inside one line: white space joined, direction overrides and other
 * invisible control characters out, so that it cannot turn the rest of the line around.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** The beginning of what somebody typed, safe to show. */
export function repeated(typed: string): string {
  return escapeMarkdown(shorten(oneLine(typed), REPEATED));
}
