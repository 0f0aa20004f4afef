import type { Status } from '../../passage.ts';

/** What is known of a passage that only the searches have seen. */
export interface WordFeatures {
  /** BM25 score as a share of the greatest that the question's terms allow. */
  lexical: number;
  /** Its fused score over that of the best other passage. */
  lead: number;
}

/**
 * Logistic regression over questions of XQuAD in German, each asked once more with its paragraph
 * taken away: docs/quality.md.
 */
const CALIBRATION = { intercept: -3.455, lexical: 6.202, lead: 12.241 };

/** Chosen so that in each language of XQuAD at least 95% of what is called answered is right. */
const ANSWERED_FROM = 0.97;
const LIKELY_FROM = 0.4;
const NEAR_FROM = 0.1;

/** A further quote is given from this probability on. */
export const FURTHER_BY_WORDS_FROM = 0.01;

/** How likely a passage answers, in 0..1. */
export function byWordsProbability({ lexical, lead }: WordFeatures): number {
  const { intercept, ...weights } = CALIBRATION;
  return 1 / (1 + Math.exp(-(intercept + weights.lexical * lexical + weights.lead * lead)));
}

/** What to say of a quote that answers with this probability. */
export function statusByWords(probability: number): Exclude<Status, 'cited'> {
  if (probability >= ANSWERED_FROM) return 'answered';
  if (probability >= LIKELY_FROM) return 'likely';
  return probability >= NEAR_FROM ? 'near' : 'missed';
}
