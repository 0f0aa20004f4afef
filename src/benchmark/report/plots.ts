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
        // Room for the longest number of bytes, and for the largest size, which stands at the edge.
        marginLeft: 68,
        marginRight: 36,
        x: {
          ...logAxis('passages'),
          ticks: [...new Set(points.map(({ passages }) => passages))],
          tickFormat: ',',
        },
        y: { ...logAxis(unit), domain: wholeSteps(points.flatMap(valuesOf)) },
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

const valuesOf = ({ median, p95 }: { median: number; p95: number | null }) =>
  p95 === null ? [median] : [median, p95];

/** From a power of ten to one: so that each axis has two numbers at least, and no line its edge. */
function wholeSteps(values: readonly number[]): [number, number] {
  const exponents = values.filter((value) => value > 0).map(Math.log10);
  const low = Math.floor(Math.min(...exponents));
  return [10 ** low, 10 ** Math.max(low + 1, Math.ceil(Math.max(...exponents)))];
}

function logAxis(label: string) {
  return {
    type: 'log',
    label,
    grid: true,
    labelAnchor: 'center',
    labelArrow: 'none',
    // Of the steps between powers of ten only the lines are drawn.
    tickFormat: (value: number) => (isPowerOfTen(value) ? value.toLocaleString('en') : ''),
    ticks: 5,
    tickSize: 0,
    tickPadding: 8,
  } as const;
}

const isPowerOfTen = (value: number) => Number.isInteger(Math.round(Math.log10(value) * 1e6) / 1e6);
