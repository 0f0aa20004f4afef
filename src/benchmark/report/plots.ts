import * as Plot from '@observablehq/plot';
import { draw, type Picture } from '../../report/draw.ts';
import type { BenchmarkRun } from '../measurement.ts';
import { type Row, type Section, sectionsOf } from './sections.ts';

/** Time and memory against the number of passages, both axes logarithmic. */
export function drawPictures(run: BenchmarkRun): Picture[] {
  return sectionsOf(run)
    .filter(({ columns, rows }) => columns.length > 1 && rows.some(isBySize))
    .map(againstSize);
}

const isBySize = ({ cells }: Row) => cells.some((cell) => cell?.measurement.passages !== undefined);

function againstSize({ title, unit, rows }: Section): Picture {
  const points = rows.flatMap(({ label, cells }) =>
    cells.flatMap((cell) =>
      cell?.measurement.passages !== undefined && cell.median !== null && cell.median > 0
        ? [{ label, passages: cell.measurement.passages, median: cell.median, p95: cell.p95 }]
        : [],
    ),
  );
  const line = { x: 'passages', y: 'median' };
  return {
    title,
    caption:
      `Median in ${unit} against the number of passages` +
      `${points.some(({ p95 }) => p95 !== null) ? '; the bars reach to p95' : ''}.`,
    html: draw(
      {
        // The largest number stands at the edge.
        marginRight: 32,
        x: { ...logAxis('passages'), ticks: [...new Set(points.map(({ passages }) => passages))] },
        y: logAxis(unit),
        marks: [
          Plot.line(points, { ...line, z: 'label', stroke: 'label', strokeOpacity: 0.5 }),
          Plot.ruleX(
            points.filter(({ p95 }) => p95 !== null),
            { x: 'passages', y1: 'median', y2: 'p95', stroke: 'label', strokeOpacity: 0.6 },
          ),
          Plot.dot(points, { ...line, fill: 'label', r: 4 }),
        ],
      },
      rows.map(({ label }) => label),
    ),
  };
}

function logAxis(label: string) {
  return {
    type: 'log',
    label,
    grid: true,
    labelAnchor: 'center',
    labelArrow: 'none',
    tickFormat: ',.2~r',
    ticks: 5,
  } as const;
}
