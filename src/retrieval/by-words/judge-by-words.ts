import type { Status } from '../../passage.ts';

/** What is known of a passage that only the searches have seen. */
export interface WordFeatures {
  /** BM25 score as a share of the greatest that the question's terms allow. */
  lexical: number;
  /** Its fused score over that of the best other passage. */
  lead: number;
}

/**
 * Logistic regression over the questions of XQuAD in German, Spanish, Russian, Arabic and Chinese
 * about every other article, each asked once more with its paragraph taken away.
 */
const CALIBRATION = { intercept: -3.284, lexical: 4.434, lead: 11.96 };

/**
 * Of what is called answered at least 97% is right in each of the five languages, about the articles
 * that nothing was fitted to and with as many questions whose paragraph is gone.
 */
const ANSWERED_FROM = 0.97;
const LIKELY_FROM = 0.4;
const NEAR_FROM = 0.2;

/** A further quote is given from this probability on. */
export const FURTHER_BY_WORDS_FROM = 0.01;

/** How likely a passage answers, in 0..1. */
export function byWordsProbability({ lexical, lead }: WordFeatures): number {
  const { intercept, ...weights } = CALIBRATION;
  return 1 / (1 + Math.exp(-(intercept + weights.lexical * lexical + weights.lead * lead)));
}

/** What to say of a quote that answers with this probability. */
export function statusByWords(probability: number): Exclude<Status, 'cited' | 'listed'> {
  if (probability >= ANSWERED_FROM) return 'answered';
  if (probability >= LIKELY_FROM) return 'likely';
  return probability >= NEAR_FROM ? 'near' : 'missed';
}
