import { CALIBRATION } from '../retrieval/calibration.ts';
import { fitLogistic, type LogisticModel, logitOf } from './logistic-regression.ts';
import type { Outcome } from './outcome.ts';

/**
 * Questions made to be impossible, or robbed of their answer, are rarer in life than in a test. The
 * order learns from them, by this weight; how likely an answer is, is fitted to the others alone
 * (Platt scaling: Platt, Probabilistic outputs for support vector machines, 1999).
 */
const RARE = 0.4;
/** Questions about something else are rare in the sets, and an answer to one is what nobody forgives. */
const OUTSIDE = 5;

/** The features of the confidence, in the order of a fitted model's weights. */
export const FEATURES = Object.keys(CALIBRATION.weights);

/** Fits the confidence to what came of questions of several kinds. */
export function calibrate(outcomes: readonly Outcome[]): LogisticModel {
  const read = outcomes.filter(wasRead);
  const model = fitLogistic(
    read.map((outcome) => ({
      features: featuresOf(outcome),
      label: Number(outcome.right),
      weight: weightOf(outcome),
    })),
  );
  const { intercept: shift, weights } = fitLogistic(
    read.filter(isEveryday).map((outcome) => ({
      features: [logitOf(model, featuresOf(outcome))],
      label: Number(outcome.right),
      weight: 1,
    })),
  );
  const [scale = 1] = weights;
  return {
    intercept: shift + scale * model.intercept,
    weights: model.weights.map((weight) => scale * weight),
  };
}

/** What a model with some bound calls answered. */
export interface Coverage {
  /** Of the answerable questions asked of the whole set. */
  answered: number;
  /** How many of these have a first quote that is right. */
  precision: number;
  /** How many questions without an answer are called answered, by their kind. */
  wrongly: Record<string, number>;
}

export function coverageOf(
  outcomes: readonly Outcome[],
  model: LogisticModel,
  bound: number,
): Coverage {
  const isAnswered = (outcome: Outcome) =>
    wasRead(outcome) && 1 / (1 + Math.exp(-logitOf(model, featuresOf(outcome)))) >= bound;
  const answerable = outcomes.filter(
    ({ kind, protocol }) => kind === 'answerable' && protocol === 'whole',
  );
  const answered = answerable.filter(isAnswered);
  const wrongly: Record<string, number> = {};
  const others = outcomes.filter(({ kind }) => kind !== 'answerable');
  for (const name of new Set(others.map(kindOf))) {
    const asked = others.filter((outcome) => kindOf(outcome) === name);
    wrongly[name] = asked.filter(isAnswered).length / asked.length;
  }
  return {
    answered: answered.length / answerable.length,
    precision: answered.filter(({ right }) => right).length / answered.length,
    wrongly,
  };
}

/** The least bound, in hundredths, from which on no set's answers are less often right than asked. */
export function boundFor(
  precision: number,
  sets: readonly (readonly Outcome[])[],
  model: LogisticModel,
): number {
  for (let hundredths = 99; hundredths > 0; hundredths--) {
    const isLess = (outcomes: readonly Outcome[]) =>
      coverageOf(outcomes, model, hundredths / 100).precision < precision;
    if (sets.some(isLess)) return (hundredths + 1) / 100;
  }
  return 0.01;
}

function weightOf(outcome: Outcome): number {
  if (!isEveryday(outcome)) return RARE;
  return outcome.kind === 'outside' ? OUTSIDE : 1;
}

function kindOf({ kind, protocol }: Outcome): string {
  return protocol === 'without-gold' ? 'removed' : kind;
}

function isEveryday({ protocol, kind }: Outcome): boolean {
  return protocol !== 'without-gold' && (kind === 'answerable' || kind === 'outside');
}

function featuresOf({ features }: Outcome): number[] {
  return FEATURES.map((name) => features[name] ?? 0);
}

/** A question for which nothing was found has no features. */
function wasRead({ features }: Outcome): boolean {
  return Object.keys(features).length > 0;
}
