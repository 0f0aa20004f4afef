import type { Span } from '../../passage.ts';
import { escapeMarkdown } from './escape.ts';
import { excerpt } from './excerpt.ts';

/** Stands on a line of its own above or below a quote, never inside it. */
export const OMISSION = '-# […]';

/** What of an article is to be shown, and in which part of it the reader's eye should land. */
export interface Showing {
  /** The article's text, which all spans point into. */
  text: string;
  /** The paragraph; what of it is not shown is marked as left out. */
  paragraph: Span;
  /** Nothing outside is shown. */
  within: Span;
  /** The sentence that is shown in any case. */
  anchor: Span;
  /** Whether the anchor stands in bold. */
  bold: boolean;
  sentences: readonly Span[];
}

/**
 * A literal piece of an article as a Discord block quote in at most `room` characters (at least
 * 100): whole sentences around the anchor.
 */
export function quoteBlock(showing: Showing, room: number): string {
  const { text, sentences, anchor, within } = showing;
  return show(
    showing,
    excerpt(text, sentences, anchor, within, (span) => show(showing, span).length, room),
  );
}

function show({ text, paragraph, anchor, bold }: Showing, span: Span): string {
  const piece = (start: number, end: number) =>
    text.slice(Math.max(start, span.start), Math.min(end, span.end));
  const marked = escapeMarkdown(piece(anchor.start, anchor.end));
  const content =
    escapeMarkdown(piece(span.start, anchor.start)) +
    (bold ? boldLines(marked) : marked) +
    escapeMarkdown(piece(anchor.end, span.end));
  const lines = content.split('\n').map((line) => `> ${line}`);
  if (span.start > paragraph.start) lines.unshift(OMISSION);
  if (span.end < paragraph.end) lines.push(OMISSION);
  return lines.join('\n');
}

/** Line by line: a blank line would end bold text. */
function boldLines(text: string): string {
  return text.replace(/\S(?:.*\S)?/gu, '**$&**');
}
