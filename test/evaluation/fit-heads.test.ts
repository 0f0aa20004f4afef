import { expect, test } from 'vitest';
import { seededRandom } from '../../src/evaluation/random.ts';
import { fitSaid, fitSentence } from '../../src/evaluation/reader/fit-heads.ts';

const random = seededRandom(5);
const noise = () => random.below(1_000) / 1_000;
const OPTIONS = { ridge: 0.001, epochs: 30, rate: 0.02 };

function product(weights: readonly number[], states: Float32Array): number {
  return states.reduce((sum, value, i) => sum + value * (weights[i] as number), 0);
}

test('the sentence that differs from its neighbours as answers do gets the highest score', () => {
  const passages = Array.from({ length: 200 }, () => {
    const answer = random.below(4);
    // How high the numbers of a passage are says nothing, only how they differ inside it.
    const level = 5 * noise();
    const said = [0, 1, 2, 3].map((place) =>
      Float32Array.of(level + noise() + (place === answer ? 1 : 0), noise()),
    );
    return { said, answers: [answer] };
  });
  const weights = fitSentence(passages.slice(0, 150), OPTIONS);
  const right = passages.slice(150).filter(({ said, answers }) => {
    const scores = said.map((states) => product(weights, states));
    return answers.includes(scores.indexOf(Math.max(...scores)));
  });
  expect(right.length).toBeGreaterThan(45);
});

test('what is said is told by the log-odds, whatever the scale of the states', () => {
  const examples = Array.from({ length: 400 }, () => {
    const value = noise();
    return {
      states: Float32Array.of(1_000 * value + 300, noise()),
      isSaid: value > 0.6,
      weight: 1,
    };
  });
  const { weights, intercept } = fitSaid(examples.slice(0, 300), OPTIONS);
  const wrong = examples
    .slice(300)
    .filter(({ states, isSaid }) => product(weights, states) + intercept > 0 !== isSaid);
  expect(wrong.length).toBeLessThan(10);
});

test('the same examples give the same weights', () => {
  const examples = Array.from({ length: 50 }, () => ({
    states: Float32Array.of(noise(), noise()),
    isSaid: noise() > 0.5,
    weight: 1,
  }));
  expect(fitSaid(examples, OPTIONS)).toEqual(fitSaid(examples, OPTIONS));
});
