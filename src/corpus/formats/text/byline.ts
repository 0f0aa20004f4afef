import { splitNames } from '../../author-names.ts';
import { WRITTEN_DATE, writtenDate } from '../../calendar-date.ts';

export interface Byline {
  authors: string[];
  /** ISO 8601 calendar date. */
  date: string | null;
}

/** Longest line that is looked at, in characters: a byline names people and a day, no more. */
const LONGEST = 160;
/** Most words in one name: newspapers sign as `The River Valley News Desk`. */
const MAX_WORDS = 6;

const BY = /^(?:(?:written|reported|story|words)\s+)?by[:\s]\s*/i;
const LABEL =
  /(?:^|(?<=[\s|,(–—•·-]))(?:(?:first |last )?(?:published|posted|updated|date)(?: on)?:?\s*)$/i;
const WEEKDAY = /(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s*$/i;
const TIME =
  /[\s,|–—-]*(?:at\s+)?\b\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?)?$/i;
const SEPARATORS = /[\s|,(–—•·/-]+$/;
const STRONG_SEPARATOR = /\s[|–—•·-]\s*$/;
const ROLE =
  /\b(?:writer|correspondent|reporter|editor|staff|columnist|contributor|bureau chief)s?$/i;

const NAME_WORD = /^(?:\p{Lu}|\p{Lo}|[’']\p{Lu}|[dl][’']\p{Lu})[\p{L}\p{M}\p{N}.'’-]*$/u;
const PARTICLE =
  /^(?:the|of|for|de|del|della|di|da|dos|du|la|le|van|von|der|den|ten|zu|bin|ibn|al|el|y|e)$/;
/** What stands between the words of a sentence, and of no name: `By Sea To Norway`. */
const BETWEEN_WORDS = /^(?:or|by|to|in|on|at|with|from|into|over|under|is|are|was|were|not|no)$/i;
/** How things go or are done; a headline may begin so: `By Land And Sea`, `By Popular Demand`. */
const MANNER =
  /^(?:land|sea|air|water|rail|road|foot|train|bus|boat|ship|bike|car|plane|horse|night|day|dawn|dusk|moonlight|candlelight|hand|heart|force|law|order|choice|invitation|request|popular|demand|chance|accident|mistake|design|default|nature|numbers|proxy|degrees|leaps|bounds|word|mouth|all|any|means|the|a|of)$/i;
const CALENDAR_WORD =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow|now|then)$/i;

/**
 * Reads a line as a byline: `By NAME | Mar 03, 2025`, `By A, B and C`, `NAME - 2025-03-03`, or a
 * date alone. Anything that could be a sentence or a headline is none.
 */
export function parseByline(line: string): Byline | null {
  const text = line.trim().replace(/\s+/g, ' ');
  if (text === '' || text.length > LONGEST) return null;
  const by = BY.exec(text)?.[0] ?? '';
  const { rest, date, isDated } = splitDate(text.slice(by.length));
  const people = rest.replace(SEPARATORS, '').replace(/^[\s|,–—•·-]+/, '');

  if (people === '') return isDated && date && by === '' ? { authors: [], date } : null;
  if (by === '' && !(isDated && STRONG_SEPARATOR.test(rest))) return null;
  const authors = namesIn(people);
  return authors && { authors, date };
}

/** Takes the date off the end of a line, with its label, its weekday and the time of day. */
function splitDate(text: string): { rest: string; date: string | null; isDated: boolean } {
  const timeless = text.replace(/\)$/, '').replace(TIME, '');
  const found = WRITTEN_DATE.exec(timeless) ?? WRITTEN_DATE.exec(text);
  if (!found) return { rest: text, date: null, isDated: false };
  const rest = text.slice(0, found.index).replace(WEEKDAY, '').replace(LABEL, '');
  return { rest, date: writtenDate(found[0]), isDated: true };
}

function namesIn(text: string): string[] | null {
  // What follows a bar is a place or a paper: `By Ann Lee | Reuters`.
  const names = splitNames((text.split(/\s*[|•·]\s*/)[0] ?? '').replace(/\s+[–—-]\s+.*$/, ''));
  const people = names.filter((name, index) => index === 0 || !ROLE.test(name));
  const areWays = people.every((name) => name.split(' ').every((word) => MANNER.test(word)));
  return people.length > 0 && !areWays && people.every(isName) ? people : null;
}

function isName(name: string): boolean {
  const words = name.replace(/,/g, '').split(' ');
  if (words.length > MAX_WORDS || !NAME_WORD.test(words.at(-1) ?? '')) return false;
  if (/\p{L}{4,}\.$/u.test(name)) return false;
  return words.every((word) => {
    if (CALENDAR_WORD.test(word) || BETWEEN_WORDS.test(word)) return false;
    return NAME_WORD.test(word) || PARTICLE.test(word.toLowerCase());
  });
}
