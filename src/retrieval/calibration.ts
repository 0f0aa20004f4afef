import type { FeatureName } from './types.ts';

/**
 * Logistic regression, fitted by `npm run calibrate` to questions of SQuAD 2.0 (16 articles): 400
 * asked of all articles, and twice of three quarters of them, so that the others had no answer.
 * What other features and other examples gave is in docs/quality.md.
 */
export const CALIBRATION: { intercept: number; weights: Partial<Record<FeatureName, number>> } = {
  intercept: -1.1597,
  weights: {
    logit: 0.0966,
    sentence: 0.197,
    lead: 2.9483,
    lexical: -3.2509,
    dense: 0.9855,
    coverage: -0.7235,
    sentenceCoverage: 3.7028,
    rarestMissing: 0.1003,
    missingNames: -0.5686,
  },
};

/** From this probability on, an answer is given as one. */
export const ANSWERED_FROM = 0.7;

/** From this probability on, the nearest quotes are shown, said to be only near. */
export const UNSURE_FROM = 0.25;

/** Further quotes are shown from this probability on. */
export const FURTHER_QUOTES_FROM = 0.01;
