import type { FeatureName } from './types.ts';

/**
 * Logistic regression, fitted by `npm run calibrate` to questions of SQuAD 2.0 (16 articles): 500
 * asked of all articles, twice of three quarters of them, so that others had no answer, and without
 * the paragraph that answers; and 500 that are impossible. What else was tried is in
 * docs/quality.md. The weight of `said` was chosen afterwards, with the others as they were: the
 * least that moves impossible questions down.
 */
export const CALIBRATION: { intercept: number; weights: Record<FeatureName, number> } = {
  intercept: -4.7503,
  weights: {
    logit: 0.0253,
    said: 0.2,
    sentence: 0.2164,
    margin: 0.1075,
    lead: 1.7949,
    dense: 7.1429,
    sentenceCoverage: 0.4095,
    missingNames: -0.9835,
    missingNegation: -2.8048,
  },
};

/**
 * From this probability on, an answer is given as one. Of the project's own near misses 84% then are
 * not, and of the first quotes that are, 95% are right (docs/quality.md).
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
