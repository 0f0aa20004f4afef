import pc from 'picocolors';
import type { Comparison } from '../compare.ts';
import type { Run } from '../run.ts';
import { type Change, changeOf, formatFigure, formatMargin } from './format.ts';
import { type Section, sectionsOf } from './sections.ts';

type Colours = ReturnType<typeof pc.createColors>;

/** A run as tables for a terminal of 80 columns; with a comparison, differences in place of margins. */
export function renderTable(
  run: Run,
  comparison?: Comparison,
  colours: Colours = pc.createColors(false),
): string {
  const lines = [
    colours.bold(run.set),
    `${run.articles} articles, ${run.passages} passages, ${run.questions} questions, ${run.model}`,
    ...(run.left > 0 ? [`Broken off: ${run.left} questions were not asked.`] : []),
    ...(comparison
      ? [`Differences over the ${comparison.pairs} questions that both runs asked.`]
      : []),
  ];
  for (const section of sectionsOf(run.figures)) {
    lines.push('', ...renderSection(section, run, comparison, colours));
  }
  lines.push(
    '',
    comparison ? '* unlikely to be chance (95%, paired)' : '± half of the 95% interval',
  );
  return lines.join('\n');
}

function renderSection(
  { title, columns, rows }: Section,
  run: Run,
  comparison: Comparison | undefined,
  colours: Colours,
): string[] {
  const cells = rows.map(({ paths }) => paths.map((path) => toCell(path, run, comparison)));
  const labelWidth = Math.max(title.length, ...rows.map(({ label }) => label.length + 2));
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...cells.map((row) => row[index]?.text.length ?? 0)),
  );
  const header = columns.map((column, index) => column.padStart(widths[index] ?? 0)).join('  ');
  return [
    `${colours.bold(title.padEnd(labelWidth))}  ${colours.dim(header)}`,
    ...rows.map(({ label }, row) => {
      const padded = cells[row]?.map((cell, index) =>
        paint(cell.text.padStart(widths[index] ?? 0), cell.change, colours),
      );
      return `  ${label.padEnd(labelWidth - 2)}  ${padded?.join('  ')}`;
    }),
  ];
}

function toCell(path: string, run: Run, comparison: Comparison | undefined) {
  const change = changeOf(path, comparison);
  const beside = comparison
    ? change && `${change.text}${change.clear ? '*' : ' '}`
    : formatMargin(path, run);
  return {
    text: [formatFigure(path, run.figures[path] ?? null), beside].filter(Boolean).join(' '),
    change,
  };
}

function paint(text: string, change: Change | null, colours: Colours): string {
  if (!change?.clear || change.better === null) return text;
  return change.better ? colours.green(text) : colours.red(text);
}
