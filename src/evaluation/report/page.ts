import writeFileAtomic from 'write-file-atomic';
import { type Html, html } from '../../report/html.ts';
import { renderReport } from '../../report/page.ts';
import type { Comparison } from '../compare.ts';
import type { Run } from '../run.ts';
import { changeOf, formatFigure, formatMargin } from './format.ts';
import { drawPictures } from './plots.ts';
import { type Section, sectionsOf } from './sections.ts';
import { renderWorst } from './worst.ts';

/** Writes the run as one HTML file that opens without a network. */
export async function writePage(file: string, run: Run, comparison?: Comparison): Promise<void> {
  await writeFileAtomic(file, renderPage(run, comparison));
}

/** The run as one HTML page: figures, pictures, and the questions that went most wrong. */
export function renderPage(run: Run, comparison?: Comparison): string {
  return renderReport({
    title: `Answers measured: ${run.set}`,
    lead: [
      `${run.articles} articles, ${run.passages} passages, ${run.questions} questions · ${run.model} · ${run.createdAt.slice(0, 16).replace('T', ' ')} UTC`,
      ...(run.left > 0 ? [html`<b>Broken off: ${run.left} questions were not asked.</b>`] : []),
    ],
    pictures: drawPictures(run),
    tables: sectionsOf(run.figures).map((section) => renderSection(section, run, comparison)),
    rest: html`<p class="note">${
      comparison
        ? `Beside each figure: the difference from the earlier run over the ${comparison.pairs} questions that both asked; in bold where it is unlikely to be chance (95%, paired bootstrap).`
        : 'Beside each figure: ± half of its 95% bootstrap interval.'
    }</p>
<h2>The questions that went most wrong</h2>
<ol class="worst">${renderWorst(run.outcomes)}</ol>`,
  });
}

function renderSection(
  { title, columns, rows }: Section,
  run: Run,
  comparison: Comparison | undefined,
): Html {
  return html`<table class="card"><thead><tr><th>${title}</th>${columns.map(
    (column) => html`<th>${column}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ({ label, paths }) =>
      html`<tr><th>${label}</th>${paths.map((path) => renderCell(path, run, comparison))}</tr>`,
  )}</tbody></table>`;
}

function renderCell(path: string, run: Run, comparison: Comparison | undefined): Html {
  const figure = formatFigure(path, run.figures[path] ?? null);
  if (!comparison) return html`<td>${figure} <small>${formatMargin(path, run)}</small></td>`;
  const change = changeOf(path, comparison);
  if (!change) return html`<td>${figure}</td>`;
  const clear = change.clear && change.better !== null;
  const side = clear ? (change.better ? 'better' : 'worse') : '';
  return html`<td>${figure} <small class="${side}">${change.text}</small></td>`;
}
