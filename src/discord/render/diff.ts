import type { DiffPart } from '../../retrieval/quotation/diff-words.ts';
import { escapeMarkdown } from '../text/escape.ts';

/** Characters at both ends of a longer row of words that are the same: what is between is left out. */
const SAME_ENDS = 60;
const LEFT_OUT = '[…]';

/**
 * A word-by-word comparison as Markdown, in at most `room` characters: struck out is what was quoted,
 * bold what the article says. What is left out is said to be.
 */
export function renderDiff(parts: readonly DiffPart[], room: number): string {
  const shown: string[] = [];
  let left = room - LEFT_OUT.length - 1;
  for (const [index, part] of parts.entries()) {
    const next = renderPart(part, index === 0, index === parts.length - 1);
    left -= next.length + 1;
    if (left < 0) return [...shown, LEFT_OUT].join(' ');
    shown.push(next);
  }
  return shown.join(' ');
}

function renderPart(part: DiffPart, isFirst: boolean, isLast: boolean): string {
  switch (part.kind) {
    case 'elided':
      return LEFT_OUT;
    case 'quoted':
      return `~~${escapeMarkdown(part.text)}~~`;
    case 'article':
      return `**${escapeMarkdown(part.text)}**`;
    case 'same':
      return escapeMarkdown(endsOf(part.text, isFirst, isLast));
  }
}

function endsOf(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 3 * SAME_ENDS) return text;
  const words = text.split(' ');
  const start: string[] = [];
  const end: string[] = [];
  const length = (some: string[]) => some.join(' ').length;
  while (!isFirst && length(start) < SAME_ENDS) start.push(words.shift() ?? '');
  while (!isLast && length(end) < SAME_ENDS) end.unshift(words.pop() ?? '');
  return [...start, LEFT_OUT, ...end].join(' ');
}

/** What was quoted, read back from what {@link renderDiff} made. */
export function quotedInDiff(markdown: string): string {
  return markdown.replace(/(?<!\\)\*\*(?:\\.|[^*\\])*\*\*/gu, '').replace(/(?<!\\)~~/gu, '');
}
