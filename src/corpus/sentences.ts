import type { Span } from '../passage.ts';
import { goesOn } from './sentence-rules.ts';

/**
 * Unicode's sentence rules (UAX 29) propose the ends; {@link goesOn} takes back those that only
 * look like one. The locale hardly matters to them: the text is masked first.
 */
const proposer = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Segmenting costs the square of the length (V8), so it is done in windows of this many characters. */
const WINDOW = 2_000;

/** How far the rules look to each side of a proposed end, in characters. */
const CONTEXT = 80;

/**
 * No sentence is longer, in characters: what has no end within it (a table turned into text, a
 * text without full stops) is cut where a clause or at least a word ends.
 */
const LONGEST = 500;

/** Opening marks that UAX 29 leaves at the end of the sentence before. */
const OPENERS_AT_END = /[「『（〈《【“‘„«([{¿¡]+$/u;
/** Closing marks after a space (`« Partez. » Puis`), which UAX 29 gives to the sentence after. */
const CLOSERS_AT_START = /^\s*[»”’)\]}」』）〉》】]+(?=\s|$)/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Splits plain text into sentences: trimmed, in order, without overlaps, together all of its
 * characters that are no white space. Line breaks are taken as spaces.
 *
 * @returns offsets in UTF-16 code units; none for a text without any character but white space
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const end of ends(text)) {
    const sentence = trimmed(text, start, end);
    const last = sentences.at(-1);
    if (sentence === null) continue;
    if (last && !WORD.test(text.slice(sentence.start, sentence.end))) last.end = sentence.end;
    else sentences.push(sentence);
    start = end;
  }
  return sentences.flatMap((sentence) => cut(text, sentence));
}

/** Cuts a sentence that is too long after a semicolon, else a comma, else a word, else anywhere. */
function cut(text: string, sentence: Span): Span[] {
  const pieces: Span[] = [];
  let { start } = sentence;
  while (sentence.end - start > LONGEST) {
    const window = text.slice(start, start + LONGEST);
    const places = [
      /^.*[;:؛；：](?=\s)/su,
      /^.*[,،、，](?=\s)/su,
      /^.*\S(?=\s)/su,
      /^.*\P{M}(?=\P{M})/su,
    ];
    const length = places
      .map((place) => place.exec(window)?.[0].length ?? 0)
      .find((found) => found > LONGEST / 4);
    const end = start + (length ?? LONGEST);
    pieces.push({ start, end });
    start = end + (/^\s*/u.exec(text.slice(end, sentence.end))?.[0].length ?? 0);
  }
  return [...pieces, { start, end: sentence.end }];
}

function* ends(text: string): Generator<number> {
  const masked = mask(text);
  let start = 0;
  for (const proposed of proposals(masked)) {
    const end = shifted(text, start, proposed);
    const before = text.slice(Math.max(start, end - CONTEXT), end);
    if (end <= start || goesOn(before, text.slice(end, end + CONTEXT))) continue;
    yield end;
    start = end;
  }
  yield text.length;
}

/** Moves a proposed end over quotation marks and brackets that stand on its wrong side. */
function shifted(text: string, start: number, end: number): number {
  const openers = OPENERS_AT_END.exec(text.slice(Math.max(start, end - CONTEXT), end));
  if (openers) return end - openers[0].length;
  const closers = CLOSERS_AT_START.exec(text.slice(end, end + CONTEXT));
  return closers ? end + closers[0].length : end;
}

function* proposals(text: string): Generator<number> {
  let from = 0;
  while (from < text.length) {
    const window = text.slice(from, from + WINDOW);
    const isLast = from + WINDOW >= text.length;
    // Near its end a window does not show enough of what follows: the next one decides.
    const limit = isLast ? window.length : WINDOW - CONTEXT;
    let next = 0;
    for (const { index } of proposer.segment(window)) {
      if (index === 0 || index > limit) continue;
      yield from + index;
      next = index;
    }
    if (isLast) return;
    from += next || limit;
  }
}

/**
 * The text in the same length, with what UAX 29 misreads replaced by what it reads right: hard
 * wraps are no ends, an ellipsis and a Greek question mark are, a footnote mark closes a sentence
 * like a quotation mark, and a number may open one.
 */
function mask(text: string): string {
  return (hasNoCapitals(text) ? openInLowerCase(text) : text)
    .replace(/[\r\n\u0085\u2028\u2029]/g, ' ')
    .replace(/…/g, '.')
    .replace(/(?<=\p{Script=Greek});(?=\s|$)/gu, '?')
    .replace(/([.!?]["”’')\]]*)((?:\[\d{1,3}\])+)/g, (_, end: string, marks: string) =>
      end.concat('"'.repeat(marks.length)),
    )
    .replace(/([.!?]["”’')\]]*\s+)([$€£¥]?\d)/g, (_, end: string, number: string) =>
      end.concat('X'.repeat(number.length)),
    );
}

/** Where none of this many letters is a capital in a text that was turned into small letters. */
const LETTERS_WITHOUT_CAPITALS = 80;

function hasNoCapitals(text: string): boolean {
  if (/\p{Lu}/u.test(text)) return false;
  return (text.match(/\p{Ll}/gu)?.length ?? 0) >= LETTERS_WITHOUT_CAPITALS;
}

/** Lets a small letter open a sentence: UAX 29 takes it for the sentence going on. */
function openInLowerCase(text: string): string {
  return text.replace(
    /([.!?]["”’')\]]*\s+)(\p{Ll})/gu,
    (_, end: string, letter: string) => end + 'X'.repeat(letter.length),
  );
}

function trimmed(text: string, from: number, to: number): Span | null {
  const piece = text.slice(from, to);
  const start = from + piece.length - piece.trimStart().length;
  const end = from + piece.trimEnd().length;
  return start < end ? { start, end } : null;
}
