import type pc from 'picocolors';
import type { ArticleCard } from '../passage.ts';
import { fold } from './fold.ts';
import { printableLine } from './printable.ts';

export interface TerminalStyle {
  colors: ReturnType<typeof pc.createColors>;
  /** The width at which lines are wrapped; absent where the output is no terminal. */
  columns?: number;
}

/** An article in one line: title, authors, date, place in it, file. */
export function citationLine(
  { title, authors, date, file }: ArticleCard,
  place: readonly string[],
  { colors, columns }: TerminalStyle,
): string {
  const parts = [title, authors.join(', '), longDate(date), ...place, file].filter(Boolean);
  const line = colors.dim(`— ${printableLine(parts.join(' · '))}`);
  return columns ? fold(line, columns) : line;
}

export function longDate(date: string | null): string {
  if (date === null) return '';
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  );
}
