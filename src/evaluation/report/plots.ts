import * as Plot from '@observablehq/plot';
import { draw, GREY, type Picture, shareAxis } from '../../report/draw.ts';
import { ABSTENTION_TESTS, sidesOf } from '../abstention.ts';
import { reliability } from '../metrics/calibration.ts';
import { riskCoverageCurve } from '../metrics/risk-coverage.ts';
import type { Outcome } from '../outcome.ts';
import type { Run } from '../run.ts';
import { recallPerStage } from './recall-plot.ts';
import { TEST_LABELS } from './sections.ts';

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
