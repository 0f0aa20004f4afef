import { fitLogistic } from '../src/evaluation/logistic-regression.ts';
import type { Outcome } from '../src/evaluation/outcome.ts';
import { readRun } from '../src/evaluation/run.ts';
import { CALIBRATION } from '../src/retrieval/calibration.ts';
import { createCommand } from '../src/terminal/command.ts';
import { EXIT, runCommand } from '../src/terminal/run-command.ts';

await runCommand(async () => {
  const command = createCommand('npm run calibrate --')
    .description(
      'Fits the confidence to a run, and prints what belongs into src/retrieval/calibration.ts.',
    )
    .argument('<run.json>', 'made by npm run evaluate -- --out, with --held-out')
    .parse();
  const names = Object.keys(CALIBRATION.weights);
  const outcomes = readRun(command.args[0] as string).outcomes.filter(isEveryday);
  const { intercept, weights } = fitLogistic(
    outcomes.map(({ features, right }) => ({
      features: names.map((name) => features[name] ?? 0),
      label: right ? 1 : 0,
      weight: 1,
    })),
  );
  const lines = names.map((name, j) => `    ${name}: ${(weights[j] as number).toFixed(4)},`);
  console.log(`  intercept: ${intercept.toFixed(4)},\n  weights: {\n${lines.join('\n')}\n  },`);
  return EXIT.answered;
});

/** Questions made to be impossible, or robbed of their answer, are rarer in life than in a test. */
function isEveryday({ protocol, kind }: Outcome): boolean {
  return protocol !== 'without-gold' && (kind === 'answerable' || kind === 'outside');
}
