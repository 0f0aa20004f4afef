import { type Example, fitLogistic } from '../src/evaluation/logistic-regression.ts';
import type { Outcome } from '../src/evaluation/outcome.ts';
import { readRun } from '../src/evaluation/run.ts';
import { createCommand } from '../src/terminal/command.ts';
import { EXIT, runCommand } from '../src/terminal/run-command.ts';

/**
 * How much each kind of example counts. Questions without their gold paragraph and questions made
 * to be impossible are rarer among what people ask than among what a test asks.
 */
const WEIGHTS = { asked: 1, outside: 1, withoutGold: 0.2, impossible: 0.2 };

await runCommand(async () => {
  const command = createCommand('npm run calibrate --')
    .description(
      'Fits the confidence to a run, and prints what belongs into src/retrieval/calibration.ts.',
    )
    .argument('<run.json>', 'made by npm run evaluate -- --out, with --held-out and --without-gold')
    .parse();
  const outcomes = readRun(command.args[0] as string).outcomes.filter(
    ({ features }) => Object.keys(features).length > 0,
  );
  const names = Object.keys(outcomes[0]?.features ?? {});
  const { intercept, weights } = fitLogistic(outcomes.map((outcome) => toExample(outcome, names)));
  const lines = names.map((name, j) => `    ${name}: ${(weights[j] as number).toFixed(4)},`);
  console.log(`  intercept: ${intercept.toFixed(4)},\n  weights: {\n${lines.join('\n')}\n  },`);
  return EXIT.answered;
});

function toExample(outcome: Outcome, names: readonly string[]): Example {
  return {
    features: names.map((name) => outcome.features[name] ?? 0),
    label: outcome.right ? 1 : 0,
    weight: weightOf(outcome),
  };
}

function weightOf({ protocol, kind }: Outcome): number {
  if (protocol === 'without-gold') return WEIGHTS.withoutGold;
  if (kind === 'answerable') return WEIGHTS.asked;
  return kind === 'outside' ? WEIGHTS.outside : WEIGHTS.impossible;
}
