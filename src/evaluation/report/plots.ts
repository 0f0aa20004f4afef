import * as Plot from '@observablehq/plot';
import { ABSTENTION_TESTS, sidesOf } from '../abstention.ts';
import { reliability } from '../metrics/calibration.ts';
import { riskCoverageCurve } from '../metrics/risk-coverage.ts';
import { type Outcome, STAGES } from '../outcome.ts';
import type { Run } from '../run.ts';
import { draw, GREY, shareAxis } from './draw.ts';
import { TEST_LABELS } from './sections.ts';

export interface Picture {
  title: string;
  caption: string;
  /** HTML that needs nothing from outside. */
  html: string;
}

/** The pictures of a run; those for which it holds no figures are left out. */
export function drawPictures(run: Run): Picture[] {
  const groups = groupsOf(run.outcomes);
  return [
    ...(typeof run.figures['stages.reranked.recall@1'] === 'number' ? [recallPerStage(run)] : []),
    riskCoverage(groups),
    reliabilityDiagram(groups),
    ...(groups.length > 1 ? [confidences(groups)] : []),
  ];
}

function recallPerStage({ figures, intervals }: Run): Picture {
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

function riskCoverage(groups: readonly Group[]): Picture {
  const points = groups.flatMap(({ name, outcomes }) =>
    riskCoverageCurve(outcomes).map((point) => ({ name, ...point })),
  );
  const most = Math.max(...points.map(({ risk }) => risk));
  return {
    title: 'Risk and coverage',
    caption: 'When only the surest are answered: share answered, and share of those that is wrong.',
    html: draw(
      {
        x: shareAxis('questions answered'),
        y: shareAxis('of those wrong', [0, Math.min(1, Math.max(0.1, most * 1.1))]),
        marks: [
          Plot.ruleY([0]),
          Plot.line(points, {
            x: 'coverage',
            y: 'risk',
            z: 'name',
            stroke: 'name',
            strokeWidth: 2,
          }),
        ],
      },
      groups.map(({ name }) => name),
    ),
  };
}

function reliabilityDiagram(groups: readonly Group[]): Picture {
  const points = groups.flatMap(({ name, outcomes }) =>
    reliability(outcomes).map((bin) => ({ name, ...bin })),
  );
  return {
    title: 'Reliability',
    caption:
      'Confidence promised against share right, in at most ten bins of equal size. Dashed: perfect.',
    html: draw(
      {
        x: shareAxis('confidence'),
        y: shareAxis('right'),
        marks: [
          Plot.link([0], { x1: 0, y1: 0, x2: 1, y2: 1, stroke: GREY, strokeDasharray: '4 4' }),
          Plot.line(points, {
            x: 'confidence',
            y: 'accuracy',
            z: 'name',
            stroke: 'name',
            strokeOpacity: 0.4,
          }),
          Plot.dot(points, { x: 'confidence', y: 'accuracy', fill: 'name', r: 4 }),
        ],
      },
      groups.map(({ name }) => name),
    ),
  };
}

function confidences(groups: readonly Group[]): Picture {
  const main = groups[1]?.outcomes ?? [];
  const key = ['can be answered', 'cannot'];
  const points = main.map(({ kind, confidence }) => ({
    side: kind === 'answerable' ? key[0] : key[1],
    confidence,
  }));
  return {
    title: 'Confidence of both sides',
    caption: `Questions that can and cannot be answered (${groups[1]?.name}), by confidence.`,
    html: draw(
      {
        x: { ...shareAxis('confidence'), grid: false },
        y: { label: 'questions', grid: true, labelAnchor: 'center', labelArrow: 'none' },
        marks: [
          Plot.rectY(
            points,
            Plot.binX<Plot.RectYOptions>(
              { y2: 'count' },
              { x: 'confidence', z: 'side', fill: 'side', fillOpacity: 0.6, thresholds: 20 },
            ),
          ),
          Plot.ruleY([0]),
        ],
      },
      key,
    ),
  };
}

interface Group {
  name: string;
  outcomes: Outcome[];
}

/** The answerable questions alone, then together with the unanswerable ones of each test. */
function groupsOf(outcomes: readonly Outcome[]): Group[] {
  const tests = ABSTENTION_TESTS.map((test) => ({ test, ...sidesOf(test, outcomes) }));
  return [
    { name: 'answerable', outcomes: sidesOf('outside', outcomes).positives },
    ...tests
      .filter(({ negatives }) => negatives.length > 0)
      .map(({ test, positives, negatives }) => ({
        name: `with ${TEST_LABELS[test]}`,
        outcomes: [...positives, ...negatives],
      })),
  ].filter((group) => group.outcomes.length > 0);
}
