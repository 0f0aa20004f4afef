import { type StyledLine, styledLines, type Unit } from '../../corpus/index.ts';
import type { Article, Passage, Span } from '../../passage.ts';
import { drawnLine } from './drawn-line.ts';
import { excerpt } from './excerpt.ts';

/** Stands on a line of its own above or below a quote, never inside it. */
export const OMISSION = '-# […]';

/** What of an article is to be shown, and in which part of it the reader's eye should land. */
export interface Showing {
  article: Article;
  /** What of it is not shown is marked as left out. */
  passage: Passage;
  /** Nothing outside is shown. */
  within: Span;
  /** The sentence that is shown in any case. */
  anchor: Span;
  /** What stands in bold as a whole. */
  marked: Span | undefined;
}

/** A sentence is looked for no farther from the anchor than so many times the room. */
const REACH = 4;

/**
 * A piece of an article as a Discord block quote in at most `room` characters of Discord's Markdown
 * (at least 100): whole sentences around the anchor, its Markdown drawn with Discord's own means.
 *
 * @param fits whether a reader is to be shown so many characters of the article, marks included
 */
export function quoteBlock(
  showing: Showing,
  room: number,
  fits: (span: Span) => boolean = () => true,
): string {
  const { article, passage, anchor } = showing;
  const within = {
    start: Math.max(showing.within.start, anchor.start - REACH * room),
    end: Math.min(showing.within.end, anchor.end + REACH * room),
  };
  const lines = styledLines(article, passage, within);
  const size = (span: Span) => (fits(span) ? show(lines, showing, span).length : room + 1);
  return show(lines, showing, excerpt(article.text, passage.sentences, anchor, within, size, room));
}

function show(lines: readonly StyledLine[], { passage, marked }: Showing, span: Span): string {
  const isMarked = ({ at }: Unit) => marked !== undefined && isIn(marked, at);
  const parts = lines.flatMap(({ lead, units }) => {
    const inside = units.filter(({ at }) => isIn(span, at));
    if (!inside.some(({ text }) => text.trim() !== '')) return [];
    return { lead: inside[0] === units[0] ? lead : '', units: inside };
  });
  // Discord would take a bracket behind a link for a part of its label.
  const canLink = !parts.some(({ units }) =>
    units.some(({ text }) => text === '[' || text === ']'),
  );
  const shown = parts.map(({ lead, units }) => `> ${lead}${drawnLine(units, isMarked, canLink)}`);
  const [first, last] = [passage.sentences[0] ?? passage, passage.sentences.at(-1) ?? passage];
  if (span.start > first.start) shown.unshift(OMISSION);
  if (span.end < last.end) shown.push(OMISSION);
  return shown.join('\n');
}

function isIn({ start, end }: Span, at: number): boolean {
  return at >= start && at < end;
}
