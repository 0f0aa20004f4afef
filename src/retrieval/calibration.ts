import type { FeatureName } from './types.ts';

/**
 * Logistic regression, fitted by `npm run calibrate` to questions of SQuAD 2.0 about ten articles
 * that the heads of the cross-encoder were not fitted to (400 answerable, 400 impossible, 400 whose
 * paragraph was taken away, 300 of which a part had no article), and to the project's own questions.
 * How it does on articles that it was not fitted to is in docs/quality.md.
 */
export const CALIBRATION: { intercept: number; weights: Record<FeatureName, number> } = {
  intercept: -0.3916,
  weights: {
    logit: 0.0692,
    said: 0.3496,
    sentence: 0.1288,
    margin: 0.1308,
    lead: 0.2727,
    dense: 1.5183,
    missingNames: -0.9222,
  },
};

/**
 * From this probability on, an answer is given as one: about 95% of these are right, on articles
 * that nothing was fitted to (docs/quality.md).
 */
export const ANSWERED_FROM = 0.88;

/** From this probability on, a quote is said to be a probable answer. */
export const LIKELY_FROM = 0.4;

/** From this probability on, the nearest quote is shown, said to be only near. */
export const NEAR_FROM = 0.25;

/** A quote is shown beside the first one from this probability on; the others wait for "more". */
export const SHOWN_FROM = 0.5;

/** Further quotes are given from this probability on, shown at once or not. */
export const FURTHER_QUOTES_FROM = 0.01;
