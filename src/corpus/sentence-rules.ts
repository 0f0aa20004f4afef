import {
  AFTER_ORDINAL,
  BEFORE_NUMBER,
  MAY_BE_LAST,
  NEVER_LAST,
  REPORTING_VERBS,
  SENTENCE_OPENERS,
} from './abbreviations.ts';

/** The last word before a single full stop, with the full stops inside it: `U.S`, `Mr`, `42`. */
const LAST_WORD =
  /(?:^|[\s([{"“‘'«„/-])([\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}]|\.(?=[\p{L}\p{N}]))*)\.$/u;
const FIRST_WORD = /^["“‘'«„([]*([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*)/u;
const DOTTED = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u;
const UNSPACED = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
const ATTRIBUTION = /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,3}(\p{Ll}+)/u;

/** The year of what is cited, in brackets. */
const YEAR = /^\((?:1[5-9]|20)\d\d[a-z]?\)/u;
/** An initial that would be a word, too, without its full stop. */
const INITIAL = /^[AI]\.(?=[\s,]|$)/u;
/** A letter after these names a thing, and no person. */
const LETTERED =
  /(?:plan|block|sector|vitamin|type|class|grade|group|part|section|appendix|point|line|phase|team)\s+\p{Lu}\.$/iu;
/** `5,82 m.`: a unit may stand at the end. */
const UNIT = /\d\s?\p{Ll}\.$/u;
/** `z. B. 3 Meter`, `u. U. 1911`: German abbreviations of two words. */
const SPACED = /(?:^|[\s(„])[diouz]\.\s\p{Lu}\.$/u;
/** `268 U.S. 510`: reports of courts, with their volume. */
const VOLUME = /\d\s+U\.[SK]\.$/u;

/**
 * Whether a sentence goes on over a place where Unicode's rules would end it.
 *
 * @param before the sentence so far, or the end of it, up to and with the white space at its end
 * @param after what follows, or the beginning of it
 */
export function goesOn(before: string, after: string): boolean {
  const end = before.trimEnd();
  const next = after.trimStart();
  if (next === '') return false;
  const spaced = end.length < before.length || next.length < after.length;
  return (
    (!spaced && /[.!?]["”’')\]]*$/.test(end) && !UNSPACED.test(next[0] ?? '')) ||
    isListNumber(end) ||
    continuesInLowerCase(end, next) ||
    isAttribution(end, next) ||
    isAbbreviation(end, next)
  );
}

/** `1.` or `(b)` alone belongs to the text that it numbers. */
function isListNumber(end: string): boolean {
  return /^\s*\(?(?:\d{1,3}|\p{L}|[ivx]{1,4})[.)]\)?$/u.test(end);
}

/** `"Stop!" he said`, `paid (why?) in cash`, `Yahoo! is a company`. */
function continuesInLowerCase(end: string, next: string): boolean {
  if (/[。！？!?][」』”’]$/u.test(end) && /^(?:と|って)/u.test(next)) return true;
  return /[!?…]["”’')\]»]*$/.test(end) && /^\p{Ll}/u.test(next);
}

function isAttribution(end: string, next: string): boolean {
  if (!/[!?]["”’'»]$/.test(end)) return false;
  const verb = ATTRIBUTION.exec(next)?.[1];
  return verb !== undefined && REPORTING_VERBS.has(verb);
}

function isAbbreviation(end: string, next: string): boolean {
  const last = LAST_WORD.exec(end)?.[1];
  if (last === undefined) return false;
  const word = last.toLowerCase();
  const isInitial = /^\p{Lu}$/u.test(last);
  // A small letter with a full stop is part of an abbreviation with spaces (`z. B.`, `p. ex.`).
  const isPart = /^\p{Ll}$/u.test(last) && !BEFORE_NUMBER.has(word) && !UNIT.test(end);
  if (NEVER_LAST.has(word) || isPart || SPACED.test(end)) return true;
  // `Weber et al. (2019)`, `Weber et al. 2019`, `Myers, E. W. & Lipman, D. J. (1990)`
  if (word === 'al' && /^\(?\d/u.test(next)) return true;
  if (isInitial && (/^&\s/u.test(next) || YEAR.test(next))) return true;
  // `J. A. Hobson`, but `We chose plan B. A. Weber agreed.`
  if (isInitial && INITIAL.test(next) && !LETTERED.test(end)) return true;
  if (VOLUME.test(end) && /^\d/u.test(next)) return true;
  const first = FIRST_WORD.exec(next)?.[1]?.toLowerCase() ?? '';
  if (BEFORE_NUMBER.has(word)) return /^\p{N}/u.test(first);
  if (/^\d{1,2}$/.test(word)) return AFTER_ORDINAL.has(first);
  const isDotted = DOTTED.test(last);
  if (!isInitial && !isDotted && !MAY_BE_LAST.has(word)) return false;
  return !SENTENCE_OPENERS.has(first) && /^\p{L}/u.test(first);
}
