import writeFileAtomic from 'write-file-atomic';
import { type Html, html } from '../../report/html.ts';
import { renderReport } from '../../report/page.ts';
import type { BenchmarkRun } from '../measurement.ts';
import type { Summary } from '../statistics/summary.ts';
import { formatColumn, formatFigure, formatGrowth, formatRatio, LEGEND } from './labels.ts';
import { drawPictures } from './plots.ts';
import { leadOf, type Section, sectionsOf } from './sections.ts';
import { hasGrowth, hasP95, mark, markOf, notesOf } from './table.ts';

/** Writes the run as one HTML file that opens without a network. */
export async function writePage(file: string, run: BenchmarkRun): Promise<void> {
  await writeFileAtomic(file, renderPage(run));
}

/** The run as one HTML page: plots against size, then every table. */
export function renderPage(run: BenchmarkRun): string {
  return renderReport({
    title: 'Pullquote beside what you would use instead',
    lead: [...leadOf(run), `${run.createdAt.slice(0, 16).replace('T', ' ')} UTC`],
    pictures: drawPictures(run),
    tables: sectionsOf(run).map(renderSection),
    rest: html`${LEGEND.map((line) => html`<p class="note">${line}</p>`)}`,
  });
}

function renderSection(section: Section): Html {
  const { title, unit, columns, rows } = section;
  const withGrowth = hasGrowth(section);
  const what = hasP95(section) ? `${unit}, median / p95` : unit;
  const notes = notesOf(section);
  const width = columns.length + (withGrowth ? 2 : 1);
  return html`<table class="card"><thead><tr><th>${title}<br><small>${what}</small></th>${columns.map(
    (column) => html`<th>${formatColumn(column)}</th>`,
  )}${withGrowth ? html`<th>growth</th>` : null}</tr></thead><tbody>${rows.map(
    ({ label, cells, growth }) =>
      html`<tr><th>${label}</th>${cells.map((cell) => renderCell(cell, section, notes))}${
        withGrowth ? html`<td>${growth === null ? '' : formatGrowth(growth)}</td>` : null
      }</tr>`,
  )}</tbody>${
    notes.length === 0
      ? null
      : html`<tfoot>${notes.map(
          (note, i) =>
            html`<tr><th colspan="${String(width)}"><small>${mark(i)} ${note}</small></th></tr>`,
        )}</tfoot>`
  }</table>`;
}

function renderCell(cell: Summary | undefined, { unit }: Section, notes: readonly string[]): Html {
  if (!cell) return html`<td></td>`;
  const { median, p95, ratio } = cell;
  const sign = markOf(cell, notes);
  if (median === null) return html`<td>–${sign}</td>`;
  const figures = [median, ...(p95 === null ? [] : [p95])].map((value) =>
    formatFigure(value, unit),
  );
  return html`<td>${figures.join(' / ')}${ratio === null ? null : html` <small>${formatRatio(ratio)}</small>`}${sign}</td>`;
}
