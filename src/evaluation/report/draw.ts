import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

const SIZE = { width: 540, height: 340, marginLeft: 48, marginBottom: 42, marginTop: 24 };

/** Tableau 10's order: kept apart better than pure hues by those who confuse colours. */
const COLOURS = ['#4e79a7', '#f28e2b', '#59a14f', '#b07aa1', '#e15759', '#76b7b2'];
export const GREY = '#8a94a6';

export interface Picture {
  title: string;
  caption: string;
  /** HTML that needs nothing from outside. */
  html: string;
}

/** Draws a plot as HTML that needs nothing from outside: an SVG and the key to its colours. */
export function draw(options: Plot.PlotOptions, key: readonly string[]): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return Plot.plot({
    ...SIZE,
    document,
    style: { fontSize: '12px' },
    color: { domain: [...key], range: COLOURS.slice(0, key.length), legend: key.length > 1 },
    ...options,
  }).outerHTML;
}

/** An axis for shares in 0..1, written in percent. */
export function shareAxis(label: string, domain: [number, number] = [0, 1]) {
  return {
    label,
    domain,
    tickFormat: '.0%',
    grid: true,
    labelAnchor: 'center',
    labelArrow: 'none',
    ticks: 6,
  } as const;
}
