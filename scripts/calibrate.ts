import { fitLogistic, logitOf } from '../src/evaluation/logistic-regression.ts';
import type { Outcome } from '../src/evaluation/outcome.ts';
import { readRun } from '../src/evaluation/run.ts';
import { CALIBRATION } from '../src/retrieval/calibration.ts';
import { createCommand } from '../src/terminal/command.ts';
import { EXIT } from '../src/terminal/exit-codes.ts';
import { runCommand } from '../src/terminal/run-command.ts';

/**
 * Questions made to be impossible, or robbed of their answer, are rarer in life than in a test. The
 * order learns from them, by this weight; how likely an answer is, is fitted to the others alone
 * (Platt scaling: Platt, Probabilistic outputs for support vector machines, 1999).
 */
const RARE = 0.3;

await runCommand(async () => {
  const command = createCommand('npm run calibrate --')
    .description(
      'Fits the confidence to a run, and prints what belongs into src/retrieval/calibration.ts.',
    )
    .argument('<run.json>', 'made by npm run evaluate -- --out, with --held-out and --without-gold')
    .parse();
  const names = Object.keys(CALIBRATION.weights);
  const outcomes = readRun(command.args[0] as string).outcomes.filter(wasRead);
  const model = fitLogistic(
    outcomes.map((outcome) => ({
      features: featuresOf(outcome, names),
      label: outcome.right ? 1 : 0,
      weight: isEveryday(outcome) ? 1 : RARE,
    })),
  );
  const everyday = outcomes.filter(isEveryday);
  const { intercept: shift, weights } = fitLogistic(
    everyday.map((outcome) => ({
      features: [logitOf(model, featuresOf(outcome, names))],
      label: outcome.right ? 1 : 0,
      weight: 1,
    })),
  );
  const [scale = 1] = weights;
  const intercept = shift + scale * model.intercept;
  const lines = names.map(
    (name, j) => `    ${name}: ${(scale * (model.weights[j] as number)).toFixed(4)},`,
  );
  console.log(`  intercept: ${intercept.toFixed(4)},\n  weights: {\n${lines.join('\n')}\n  },`);
  return EXIT.answered;
});

function isEveryday({ protocol, kind }: Outcome): boolean {
  return protocol !== 'without-gold' && (kind === 'answerable' || kind === 'outside');
}

function featuresOf({ features }: Outcome, names: readonly string[]): number[] {
  return names.map((name) => features[name] ?? 0);
}

/** A question for which nothing was found has no features. */
function wasRead({ features }: Outcome): boolean {
  return Object.keys(features).length > 0;
}
