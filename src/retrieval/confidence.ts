import { CALIBRATION } from './calibration.ts';
import type { Ranked } from './rank.ts';

/** What the probability is computed from, by name. */
export function featuresOf(ranked: Ranked): Record<string, number> {
  return { logit: ranked.logit };
}

/** How likely a passage answers the question, in 0..1: logistic regression over its features. */
export function probabilityOf(features: Record<string, number>): number {
  let z: number = CALIBRATION.intercept;
  for (const [name, weight] of Object.entries(CALIBRATION.weights)) {
    z += weight * (features[name] ?? 0);
  }
  return 1 / (1 + Math.exp(-z));
}
