import type { Unit } from '../measurement.ts';

/** What each system is called in tables and plots. */
export const LABELS: Readonly<Record<string, string>> = {
  pullquote: 'Pullquote',
  'vectra-json': 'vectra, JSON',
  'vectra-protobuf': 'vectra, protobuf',
  'plain-scan': 'bare scan',
  minisearch: 'MiniSearch',
  'plain-loop': 'transformers.js',
  'plain-pipeline': 'plain pipeline',
};

/** What stands behind the labels, for who reads a table. */
export const LEGEND = [
  'vectra: its LocalIndex as a tutorial has it (JSON), and with its binary codec; vectors only.',
  'bare scan: one Float32Array, looked through from end to end; MiniSearch: words only.',
  'transformers.js: its pipeline, one text at a time, on the main thread.',
  'plain pipeline: embed, nearest 20 of vectra, JSON, rerank; one vector a paragraph, same models.',
  '×: the median as a multiple of ours; above 1 ours is less. ^: exponent of its growth.',
];

/** A figure in its unit: three digits or so. */
export function formatFigure(value: number, unit: Unit): string {
  if (unit === 'bytes a passage') return Math.round(value).toLocaleString('en');
  if (unit === 'per cent') return value.toFixed(0);
  if (value >= 10) return Math.round(value).toLocaleString('en');
  return value.toFixed(value >= 1 ? 1 : 2);
}

/** An exponent; what rounds to nothing has no sign. */
export function formatGrowth(growth: number): string {
  return `^${growth.toFixed(2).replace('-0.00', '0.00')}`;
}

export function formatRatio(ratio: number): string {
  return `${ratio >= 10 ? Math.round(ratio).toLocaleString('en') : ratio.toFixed(ratio < 1 ? 2 : 1)}×`;
}

/** `50,000` for a number of passages; other columns as they are. */
export function formatColumn(column: string): string {
  return /^\d+$/.test(column) ? Number(column).toLocaleString('en') : column;
}
