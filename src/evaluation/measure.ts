import { STATUSES, type Status } from '../passage.ts';
import { ABSTENTION_TESTS, abstentionFigures, sidesOf } from './abstention.ts';
import { mean } from './metrics/mean.ts';
import { quantile } from './metrics/quantile.ts';
import { type Outcome, PHASES, RANK_METRICS, STAGES } from './outcome.ts';

/** Statuses whose quotes claim something of how sure they are. */
export const QUOTING = ['answered', 'likely', 'near'] as const satisfies readonly Status[];

/** Figures by their path in the JSON, such as `stages.fused.recall@1`; null where none applies. */
export type Figures = Record<string, number | null>;

/** Everything that is reported of the quality of a run's answers. Shares are fractions. */
export function measure(outcomes: readonly Outcome[]): Figures {
  const whole = outcomes.filter(({ protocol }) => protocol === 'whole');
  return {
    ...stageFigures(whole),
    ...quoteFigures(whole, outcomes),
    ...abstention(outcomes),
    ...statusFigures(outcomes),
    ...precisionFigures(whole),
    ...doubtFigures(whole),
  };
}

/**
 * What is reported of a run as it was, without an interval: median seconds of every step of the
 * questions asked of the whole set, p95 of the total, and the characters of the longest quote.
 */
export function measureOnce(outcomes: readonly Outcome[]): Figures {
  const whole = outcomes.filter(({ protocol }) => protocol === 'whole');
  const seconds = (phase: (typeof PHASES)[number]) => whole.map((one) => one.seconds[phase]);
  const lengths = outcomes.flatMap(({ quotes }) => quotes.map(({ text }) => text.length));
  return {
    ...Object.fromEntries(
      PHASES.map((phase) => [`seconds.${phase}`, quantile(0.5, seconds(phase))]),
    ),
    'seconds.total_p95': quantile(0.95, seconds('total')),
    'quotes.longest': quantile(1, lengths),
  };
}

function stageFigures(whole: readonly Outcome[]): Figures {
  const judged = whole.flatMap(({ stages }) => stages ?? []);
  return Object.fromEntries(
    STAGES.flatMap((stage) =>
      RANK_METRICS.map((metric) => [
        `stages.${stage}.${metric}`,
        mean(judged.map((stages) => stages[stage][metric])),
      ]),
    ),
  );
}

function quoteFigures(whole: readonly Outcome[], all: readonly Outcome[]): Figures {
  const shareOf = (
    field: 'answerShown' | 'answerAtAGlance' | 'answerMarked' | 'wordsShown' | 'referencesCovered',
  ) => mean(whole.flatMap((one) => (one[field] === null ? [] : Number(one[field]))));
  const shown = whole.filter(({ quotes }) => quotes.length > 0);
  const lengths = shown.map(({ quotes }) => quotes.reduce((sum, { text }) => sum + text.length, 0));
  return {
    'quotes.answer_shown': shareOf('answerShown'),
    'quotes.answer_at_a_glance': shareOf('answerAtAGlance'),
    'quotes.answer_marked': shareOf('answerMarked'),
    'quotes.words_shown': shareOf('wordsShown'),
    'quotes.references_covered': shareOf('referencesCovered'),
    'quotes.verbatim': mean(
      all.flatMap(({ quotes }) => quotes.map(({ verbatim }) => Number(verbatim))),
    ),
    'quotes.characters': mean(lengths),
  };
}

function abstention(outcomes: readonly Outcome[]): Figures {
  const tests = ABSTENTION_TESTS.map((test) => ({ test, ...sidesOf(test, outcomes) }));
  const held = tests.filter(({ negatives }) => negatives.length > 0);
  const figures: Figures = {};
  // Without any unanswerable question the confidence can still be held against what came true.
  const main = held[0] ?? sidesOf('outside', outcomes);
  for (const [name, value] of Object.entries(abstentionFigures(main))) {
    figures[`abstention.${name}`] = value;
  }
  for (const { test, ...sides } of held) {
    for (const [name, value] of Object.entries(abstentionFigures(sides))) {
      figures[`abstention.tests.${test}.${name}`] = value;
    }
  }
  return figures;
}

/** What becomes of the set's own questions of each kind, and of those whose answers were taken away. */
function statusFigures(outcomes: readonly Outcome[]): Figures {
  const figures: Figures = {};
  for (const group of new Set(outcomes.flatMap(askedAs))) {
    const asked = outcomes.filter((one) => askedAs(one).includes(group));
    for (const status of STATUSES) {
      figures[`status.${group}.${status}`] = mean(
        asked.map((one) => Number(one.status === status)),
      );
    }
  }
  return figures;
}

function askedAs({ protocol, kind }: Outcome): string[] {
  if (protocol === 'whole') return [kind.replace('-', '_')];
  if (protocol === 'without-gold') return ['without_gold'];
  return kind === 'outside' ? ['held_out'] : [];
}

/** Of the answerable questions that get a status with quotes, how many have a right first quote. */
function precisionFigures(whole: readonly Outcome[]): Figures {
  const answerable = whole.filter(({ kind }) => kind === 'answerable');
  return Object.fromEntries(
    QUOTING.map((status) => [
      `precision.${status}`,
      mean(answerable.filter((one) => one.status === status).map(({ right }) => Number(right))),
    ]),
  );
}

/** How many of the first quotes that are right are said to be only likely, or only near. */
function doubtFigures(whole: readonly Outcome[]): Figures {
  const right = whole.filter(
    (one) => one.kind === 'answerable' && one.right && one.quotes.length > 0,
  );
  const share = (status: Status) => mean(right.map((one) => Number(one.status === status)));
  return { 'doubt.likely': share('likely'), 'doubt.near': share('near') };
}
