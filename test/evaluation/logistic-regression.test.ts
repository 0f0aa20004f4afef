import { expect, test } from 'vitest';
import { fitLogistic, logitOf } from '../../src/evaluation/logistic-regression.ts';
import { seededRandom } from '../../src/evaluation/random.ts';

/** Examples whose label is drawn with the probability that a known model gives. */
function examplesOf(count: number) {
  const random = seededRandom(3);
  return Array.from({ length: count }, () => {
    const features = [
      (random.below(1_000_000) / 1_000_000) * 4 - 2,
      (random.below(1_000_000) / 1_000_000) * 40,
    ];
    const z = 0.5 + 1.5 * (features[0] as number) - 0.1 * (features[1] as number);
    const label = random.below(1_000_000) / 1_000_000 < 1 / (1 + Math.exp(-z)) ? 1 : 0;
    return { features, label, weight: 1 };
  });
}

test('the model that the labels were drawn from is found again', () => {
  const { intercept, weights } = fitLogistic(examplesOf(20_000));
  expect(intercept).toBeCloseTo(0.5, 0);
  expect(weights[0]).toBeCloseTo(1.5, 0);
  expect(weights[1]).toBeCloseTo(-0.1, 1);
});

test('the predicted probabilities add up to the number of labels', () => {
  const examples = examplesOf(500);
  const model = fitLogistic(examples);
  const logits = examples.map(({ features }) => logitOf(model, features));
  const predicted = logits.reduce((sum, logit) => sum + 1 / (1 + Math.exp(-logit)), 0);
  expect(predicted).toBeCloseTo(examples.filter(({ label }) => label === 1).length, 1);
});

test('an example that counts double is as good as two', () => {
  const examples = examplesOf(300);
  const [first, ...rest] = examples;
  if (!first) throw new Error('no example');
  const doubled = fitLogistic([{ ...first, weight: 2 }, ...rest]);
  const twice = fitLogistic([first, ...examples]);
  expect(doubled.weights[0]).toBeCloseTo(twice.weights[0] as number, 2);
});

test('a feature that never changes does no harm', () => {
  const examples = examplesOf(300).map((example) => ({
    ...example,
    features: [...example.features, 7],
  }));
  const { weights } = fitLogistic(examples);
  expect(weights.every(Number.isFinite)).toBe(true);
});
