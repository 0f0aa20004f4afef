import type { Shelf } from '../store/types.ts';
import { CALIBRATION } from './calibration.ts';
import type { Ranked } from './rank.ts';
import type { Reading } from './reading.ts';
import type { FeatureName, Features } from './types.ts';

/** The leads of a passage that is the only one. */
const ONLY_ONE = { lead: 1, margin: 5 };
/** A fourth name that is missing says no more than a third. */
const MAX_MISSING_NAMES = 3;

/**
 * - `logit`, `sentence`: the cross-encoder's view of the passage and of its best sentence; `said`:
 *   its inner layers' view of whether the passage says this, and not only something near.
 * - `margin`: its logit over the best of the other passages; `lead`: its fused score over theirs.
 * - `dense`: the cosine.
 * - `missingNames`: names and numbers of the question that the passage does not hold.
 */
export function featuresOf(
  candidate: Ranked,
  all: readonly Ranked[],
  { query, textOf }: Reading,
  store: Shelf,
): Features {
  const { passage, logit, said, fused, dense, sentenceLogit } = candidate;
  const others = all.filter((other) => other.passage.id !== passage.id);
  const { head, body } = textOf(passage);
  const held = store.termWeights(`${head} ${body}`);
  const names = [...store.termWeights(namesAndNumbers(query)).keys()];
  const over = (value: number, of: (other: Ranked) => number) =>
    value - Math.max(...others.map(of));
  const { lead, margin } =
    others.length > 0
      ? { lead: over(fused, (other) => other.fused), margin: over(logit, (other) => other.logit) }
      : ONLY_ONE;
  return {
    logit,
    said,
    sentence: sentenceLogit ?? logit,
    lead,
    margin,
    dense,
    missingNames: Math.min(names.filter((term) => !held.has(term)).length, MAX_MISSING_NAMES),
  };
}

/** How likely a passage answers the question, in 0..1: logistic regression over its features. */
export function probabilityOf(features: Features): number {
  let z: number = CALIBRATION.intercept;
  for (const [name, weight] of Object.entries(CALIBRATION.weights)) {
    z += weight * features[name as FeatureName];
  }
  return 1 / (1 + Math.exp(-z));
}

/** Words with a capital that do not open the question, and whatever has a digit. */
function namesAndNumbers(question: string): string {
  const words = question.split(/\s+/u);
  return words
    .filter((word, place) => (place > 0 && /^["'“‘(]*\p{Lu}/u.test(word)) || /\p{N}/u.test(word))
    .join(' ');
}
