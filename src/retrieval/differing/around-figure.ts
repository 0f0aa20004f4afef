import type { Quote, Span } from '../../passage.ts';
import type { Figure } from './differing-figures.ts';

/** How far before its figure a piece may begin, in characters: with a clause, else with a word. */
const MAX_CLAUSE_BEFORE = 60;
const MAX_WORDS_BEFORE = 30;
/** How long it is, in characters. */
const MAX_LENGTH = 120;

/**
 * The piece of a quote's marked sentence that its figure stands in: from the clause before it on,
 * else from a word, to the end of a word. The whole sentence where that is short.
 */
export function aroundFigure({ marked }: Quote, figure: Figure): Span {
  const before = marked.text.slice(0, figure.start - marked.start);
  const start = marked.start + startOf(before);
  const longest = marked.text.slice(start - marked.start, start - marked.start + MAX_LENGTH);
  if (start + longest.length === marked.end) return { start, end: marked.end };
  const end = start + (/^.*\S(?=\s)/su.exec(longest)?.[0].length ?? longest.length);
  return { start, end: Math.max(end, figure.end) };
}

function startOf(before: string): number {
  const clause = /.*[,;:–—]\s+/su.exec(before)?.[0].length ?? 0;
  if (before.length - clause <= MAX_CLAUSE_BEFORE) return clause;
  const from = before.length - MAX_WORDS_BEFORE;
  const space = /\s+/u.exec(before.slice(from));
  return space ? from + space.index + space[0].length : from;
}
