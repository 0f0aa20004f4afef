import { auroc } from './metrics/auroc.ts';
import { calibrationError } from './metrics/calibration.ts';
import { refusedAt } from './metrics/refusal.ts';
import { areaUnderRiskCoverage } from './metrics/risk-coverage.ts';
import type { Outcome } from './outcome.ts';

/** The share of answerable questions that may be refused by mistake. */
const WRONGLY_REFUSED = 0.05;

/** Ways in which a question can have no answer, the first that a run holds being its main one. */
export const ABSTENTION_TESTS = [
  'held_out',
  'without_gold',
  'outside',
  'near_miss',
  'impossible',
] as const;
type AbstentionTest = (typeof ABSTENTION_TESTS)[number];

/**
 * The answerable and the unanswerable questions that a test compares: those that were asked with
 * articles left out (all seeds together, as one bound has to serve them all); else the answerable
 * questions asked of the whole set against the same ones without their passages, or against the
 * set's own unanswerable ones of a kind.
 */
export function sidesOf(
  test: AbstentionTest,
  outcomes: readonly Outcome[],
): { positives: Outcome[]; negatives: Outcome[] } {
  const isPositive = ({ protocol, kind }: Outcome) =>
    kind === 'answerable' && protocol === (test === 'held_out' ? 'held-out' : 'whole');
  const isNegative = ({ protocol, kind }: Outcome) => {
    if (test === 'held_out') return protocol === 'held-out' && kind === 'outside';
    if (test === 'without_gold') return protocol === 'without-gold';
    return protocol === 'whole' && kind === (test === 'near_miss' ? 'near-miss' : test);
  };
  return { positives: outcomes.filter(isPositive), negatives: outcomes.filter(isNegative) };
}

/** How well the confidence tells the two sides apart, and how true it is over both together. */
export function abstentionFigures({
  positives,
  negatives,
}: {
  positives: readonly Outcome[];
  negatives: readonly Outcome[];
}): Record<'auroc' | 'refused_at_5' | 'calibration_error' | 'aurc', number | null> {
  const sure = positives.map(({ confidence }) => confidence);
  const unsure = negatives.map(({ confidence }) => confidence);
  const both = [...positives, ...negatives];
  return {
    auroc: auroc(sure, unsure),
    refused_at_5: refusedAt(WRONGLY_REFUSED, sure, unsure),
    calibration_error: calibrationError(both),
    aurc: areaUnderRiskCoverage(both),
  };
}
