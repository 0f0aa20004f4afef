import pc from 'picocolors';
import type { BenchmarkRun } from '../measurement.ts';
import type { Summary } from '../statistics/summary.ts';
import { formatColumn, formatFigure, formatGrowth, formatRatio, LEGEND } from './labels.ts';
import { leadOf, type Row, type Section, sectionsOf } from './sections.ts';

type Colours = ReturnType<typeof pc.createColors>;

/** A run as tables for a terminal. */
export function renderTable(run: BenchmarkRun, colours: Colours = pc.createColors(false)): string {
  const lines = [colours.bold('Pullquote beside what you would use instead'), ...leadOf(run)];
  for (const section of sectionsOf(run)) lines.push('', ...renderSection(section, colours));
  return [...lines, '', ...LEGEND].join('\n');
}

function renderSection(section: Section, colours: Colours): string[] {
  const { title, unit, columns, rows } = section;
  const notes = notesOf(section);
  const cells = rows.map((row) => textsOf(row, section, notes));
  const heads = [...columns.map(formatColumn), hasGrowth(section) ? 'growth' : ''];
  const widths = heads.map((head, i) =>
    Math.max(head.length, ...cells.map((row) => row[i]?.length ?? 0)),
  );
  const labelWidth = Math.max(...rows.map(({ label }) => label.length)) + 2;
  const line = (texts: readonly string[]) =>
    texts
      .map((text, i) => text.padStart(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  const what = hasP95(section) ? `${unit}, median / p95` : unit;
  return [
    `${colours.bold(title)}, ${what}`,
    `${' '.repeat(labelWidth)}  ${colours.dim(line(heads))}`,
    ...rows.map(({ label }, i) => `${`  ${label}`.padEnd(labelWidth)}  ${line(cells[i] ?? [])}`),
    ...notes.map((note, i) => colours.dim(`  ${mark(i)} ${note}`)),
  ];
}

function textsOf({ cells, growth }: Row, section: Section, notes: readonly string[]): string[] {
  const texts = cells.map((cell) => textOf(cell, section, notes));
  return [...texts, hasGrowth(section) && growth !== null ? formatGrowth(growth) : ''];
}

function textOf(cell: Summary | undefined, { unit }: Section, notes: readonly string[]): string {
  if (!cell) return '';
  const sign = markOf(cell, notes);
  if (cell.median === null) return `–${sign}`;
  const figures = [cell.median, ...(cell.p95 === null ? [] : [cell.p95])]
    .map((value) => formatFigure(value, unit))
    .join(' / ');
  const ratio = cell.ratio === null ? '' : ` ${formatRatio(cell.ratio)}`;
  return `${figures}${ratio}${sign}`;
}

export const hasP95 = ({ rows }: Section) =>
  rows.some(({ cells }) => cells.some((cell) => cell && cell.p95 !== null));

export const hasGrowth = ({ rows }: Section) => rows.some(({ growth }) => growth !== null);

const noteOf = (cell: Summary | undefined) => cell?.measurement.note;

/** What stands below a table, each line once. */
export const notesOf = ({ rows }: Section): string[] => [
  ...new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => noteOf(cell) ?? []))),
];

/** The sign of a cell's note; nothing where it has none. */
export function markOf(cell: Summary, notes: readonly string[]): string {
  const note = noteOf(cell);
  return note === undefined ? '' : mark(notes.indexOf(note));
}

/** Superscript digits. */
export const mark = (index: number) => '¹²³⁴⁵⁶⁷⁸⁹'[index] ?? '*';
