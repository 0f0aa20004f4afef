import type { Span } from '../../passage.ts';
import { cutIndex } from '../text/graphemes.ts';

/** Share of what fits that a cut at a clause or word may give up. */
const MAY_GIVE_UP = 0.4;

/**
 * The sentences around the marked one that fit, whole ones only, the following ones tried first.
 * Where the marked sentence alone is too long its beginning is taken, up to a clause, else a
 * word, else a character: a literal piece in any case.
 *
 * @param text the article's text
 * @param sentences in order; those outside `within` are left out
 * @param size the room that a span takes when shown; grows with the span
 */
export function excerpt(
  text: string,
  sentences: readonly Span[],
  marked: Span,
  within: Span,
  size: (span: Span) => number,
  room: number,
): Span {
  if (size(marked) > room) return beginning(text, marked, size, room);
  const before = sentences.filter((s) => s.start >= within.start && s.end <= marked.start);
  const after = sentences.filter((s) => s.end <= within.end && s.start >= marked.end);
  let span = marked;
  let grown = true;
  while (grown) {
    grown = false;
    const next = after[0];
    if (next && size({ start: span.start, end: next.end }) <= room) {
      span = { start: span.start, end: next.end };
      after.shift();
      grown = true;
    }
    const previous = before.at(-1);
    if (previous && size({ start: previous.start, end: span.end }) <= room) {
      span = { start: previous.start, end: span.end };
      before.pop();
      grown = true;
    }
  }
  return span;
}

function beginning(text: string, span: Span, size: (span: Span) => number, room: number): Span {
  const { start } = span;
  let fits = 0;
  let tooLong = span.end - start;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (size({ start, end: start + middle }) <= room) fits = middle;
    else tooLong = middle;
  }
  const piece = text.slice(start, start + fits);
  const least = fits * (1 - MAY_GIVE_UP);
  const clause = lastEnd(piece, /[,;:–—](?=\s)/gu);
  if (clause >= least) return { start, end: start + clause };
  const word = lastEnd(piece, /\S(?=\s)/gu);
  if (word >= least) return { start, end: start + word };
  return { start, end: start + cutIndex(text.slice(start, span.end), fits) };
}

function lastEnd(text: string, boundary: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(boundary)) end = match.index + match[0].length;
  return end;
}
