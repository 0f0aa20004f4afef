import { linesWithin, type StyledLine, styledLines, type Unit } from '../../corpus/index.ts';
import type { Article, Passage, Span } from '../../passage.ts';
import { inItsDirection } from '../text/direction.ts';
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
  /** What is shown of that sentence where it is too long; its beginning by default. */
  core?: Span | undefined;
  /** What stands in bold as a whole. */
  marked: Span | undefined;
}

/** Multiple of the room: sentences farther from the anchor than that are not looked at. */
const REACH = 4;

/**
 * A piece of an article as a Discord block quote in at most `room` characters of Discord's Markdown
 * (at least 100): whole sentences around the anchor, its Markdown drawn with Discord's own means.
 *
 * @param fits whether a reader may be shown all of it; given are the lines without any marks
 */
export function quoteBlock(
  showing: Showing,
  room: number,
  fits: (lines: readonly string[]) => boolean = () => true,
): string {
  const { article, passage, anchor } = showing;
  const within = {
    start: Math.max(showing.within.start, anchor.start - REACH * room),
    end: Math.min(showing.within.end, anchor.end + REACH * room),
  };
  const lines = styledLines(article, passage, within);
  const size = (span: Span) => {
    const shown = show(lines, showing, span);
    return fits(shown.lines) ? shown.markdown.length : room + 1;
  };
  const { sentences } = passage;
  const { core } = showing;
  const span =
    core && size(anchor) > room
      ? excerpt(article.text, [], core, core, size, room)
      : excerpt(article.text, sentences, anchor, within, size, room);
  return show(lines, showing, span).markdown;
}

function show(
  all: readonly StyledLine[],
  { passage, marked }: Showing,
  span: Span,
): { markdown: string; lines: string[] } {
  const isMarked = ({ at }: Unit) => marked !== undefined && isIn(marked, at);
  const parts = linesWithin(all, span);
  // Discord would take a bracket behind a link for a part of its label.
  const canLink = !parts.some(({ units }) =>
    units.some(({ text }) => text === '[' || text === ']'),
  );
  const texts = parts.map(({ units }) => units.map(({ text }) => text).join(''));
  const markdown = parts.map(({ lead, units }, line) => {
    const drawn = drawnLine(units, isMarked, canLink);
    return `> ${lead}${inItsDirection(texts[line] ?? '', drawn)}`;
  });
  const lines = parts.map(({ lead }, line) => lead + texts[line]);
  const [first, last] = [passage.sentences[0] ?? passage, passage.sentences.at(-1) ?? passage];
  const before = span.start > first.start ? [OMISSION] : [];
  const after = span.end < last.end ? [OMISSION] : [];
  return {
    markdown: [...before, ...markdown, ...after].join('\n'),
    lines: [...before, ...lines, ...after],
  };
}

function isIn({ start, end }: Span, at: number): boolean {
  return at >= start && at < end;
}
