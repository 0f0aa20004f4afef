import {
  boundFor,
  type Coverage,
  calibrate,
  coverageOf,
  FEATURES,
} from '../src/evaluation/calibrate.ts';
import type { Outcome } from '../src/evaluation/outcome.ts';
import { readRun } from '../src/evaluation/run.ts';
import { createCommand } from '../src/terminal/command.ts';
import { EXIT } from '../src/terminal/exit-codes.ts';
import { runCommand } from '../src/terminal/run-command.ts';

/** The share of first quotes called answers that are to be right, in every set. */
const PRECISION = 0.95;

await runCommand(async () => {
  const command = createCommand('npm run calibrate --')
    .description(
      'Fits the confidence to runs, and prints what belongs into src/retrieval/calibration.ts.',
    )
    .argument('<runs...>', 'made by npm run evaluate -- --out, with --without-gold')
    .option('--check <runs...>', 'print the figures on these, too', [])
    .parse();
  const { check } = command.opts<{ check: string[] }>();
  const fitted = outcomesByArticles(command.args);
  const model = calibrate([...fitted.values()].flat());
  const bound = boundFor(PRECISION, [...fitted.values()], model);
  const weights = FEATURES.map((name, j) => `    ${name}: ${model.weights[j]?.toFixed(4)},\n`);
  console.log(`  intercept: ${model.intercept.toFixed(4)},\n  weights: {\n${weights.join('')}  },`);
  console.log(`ANSWERED_FROM = ${bound}: answered, right of these, answered without an answer`);
  for (const [what, sets] of [
    ['fit', fitted] as const,
    ['check', outcomesByArticles(check)] as const,
  ]) {
    for (const [set, outcomes] of sets) {
      console.log(`${what} ${set}: ${line(coverageOf(outcomes, model, bound))}`);
    }
  }
  return EXIT.answered;
});

/** Runs over parts of one set are one set. */
function outcomesByArticles(files: readonly string[]): Map<string, Outcome[]> {
  const sets = new Map<string, Outcome[]>();
  for (const { set, passages, outcomes } of files.map(readRun)) {
    const name = `${set}, ${passages} passages`;
    sets.set(name, [...(sets.get(name) ?? []), ...outcomes]);
  }
  return sets;
}

function line({ answered, precision, wrongly }: Coverage): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  const others = Object.entries(wrongly).map(([kind, share]) => `${kind} ${percent(share)}`);
  return [percent(answered), percent(precision), ...others].join(' · ');
}
