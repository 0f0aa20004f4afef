import { describe, expect, test } from 'vitest';
import { boundFor, calibrate, coverageOf, FEATURES } from '../../src/evaluation/calibrate.ts';
import { outcome } from './sample-outcome.ts';

/** The confidence as the logistic function of twice the logit feature. */
const model = { intercept: 0, weights: FEATURES.map((name) => (name === 'logit' ? 2 : 0)) };
const features = (logit: number) => ({
  ...Object.fromEntries(FEATURES.map((name) => [name, 0])),
  logit,
});

describe('what a bound comes to', () => {
  const asked = [
    outcome({ features: features(3) }),
    outcome({ features: features(2), right: false }),
    outcome({ features: features(-2) }),
    outcome({ features: features(3), kind: 'impossible', right: false }),
    outcome({ features: features(-3), kind: 'impossible', right: false }),
    outcome({ features: features(-3), kind: 'near-miss', protocol: 'without-gold', right: false }),
    outcome({ features: {}, kind: 'outside', right: false }),
  ];

  test('is the share answered, the share of these that is right, and mistakes by kind', () => {
    expect(coverageOf(asked, model, 0.9)).toEqual({
      answered: 2 / 3,
      precision: 1 / 2,
      wrongly: { impossible: 1 / 2, removed: 0, outside: 0 },
    });
  });
});

test('the bound is the least one that every set allows', () => {
  const safe = [1, 2, 3].map((logit) => outcome({ features: features(logit) }));
  const risky = [outcome({ features: features(1), right: false }), ...safe.slice(1)];
  // 1 / (1 + exp(-2)) is .881.
  expect(boundFor(0.95, [safe], model)).toBe(0.01);
  expect(boundFor(0.95, [safe, risky], model)).toBe(0.89);
});

test('what is right more often gets a higher confidence', () => {
  const outcomes = Array.from({ length: 200 }, (_, i) => {
    const logit = (i % 20) / 5 - 2;
    return outcome({ features: features(logit), right: logit > 0 ? i % 7 > 0 : i % 7 === 0 });
  });
  const fitted = calibrate(outcomes);
  expect(fitted.weights[FEATURES.indexOf('logit')]).toBeGreaterThan(0);
});
