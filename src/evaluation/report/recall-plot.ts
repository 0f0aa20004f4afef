import * as Plot from '@observablehq/plot';
import { draw, type Picture, shareAxis } from '../../report/draw.ts';
import { STAGES } from '../outcome.ts';
import type { Run } from '../run.ts';

/** Recall at 1, 3 and 5 of each stage's order, with intervals. */
export function recallPerStage({ figures, intervals }: Run): Picture {
  const key = ['recall@1', 'recall@3', 'recall@5'];
  const points = STAGES.flatMap((stage) =>
    key.map((metric) => {
      const path = `stages.${stage}.${metric}`;
      const recall = figures[path] ?? 0;
      const [low, high] = intervals[path] ?? [recall, recall];
      return { stage, metric, recall, low, high, text: (100 * recall).toFixed(1) };
    }),
  );
  const floor = Math.floor(10 * Math.min(...points.map(({ low }) => low))) / 10;
  const label = (metric: string, dy: number) =>
    Plot.text(
      points.filter((point) => point.metric === metric),
      {
        x: 'stage',
        y: 'recall',
        text: 'text',
        fill: 'metric',
        dx: 9,
        dy,
        textAnchor: 'start',
      },
    );
  return {
    title: 'Recall per stage',
    caption:
      'Share of questions whose answering passage is among the first 1, 3, 5; 95% intervals.',
    html: draw(
      {
        x: { domain: [...STAGES], label: null, padding: 0.5 },
        y: { ...shareAxis('recall', [Math.min(floor, 0.9), 1]), insetTop: 8 },
        marks: [
          Plot.line(points, {
            x: 'stage',
            y: 'recall',
            z: 'metric',
            stroke: 'metric',
            strokeOpacity: 0.4,
          }),
          Plot.ruleX(points, { x: 'stage', y1: 'low', y2: 'high', stroke: 'metric' }),
          Plot.dot(points, { x: 'stage', y: 'recall', fill: 'metric', r: 4 }),
          label('recall@1', 8),
          label('recall@5', -8),
        ],
      },
      key,
    ),
  };
}
