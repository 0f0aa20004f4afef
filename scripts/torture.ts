import { InvalidArgumentError } from 'commander';
import { createCommand } from '../src/terminal/command.ts';
import { EXIT } from '../src/terminal/exit-codes.ts';
import { runCommand } from '../src/terminal/run-command.ts';
import { runScenarios } from '../test/torture/run-scenarios.ts';

interface Options {
  short?: boolean;
  only?: string;
  seed: number;
}

await runCommand(async () => {
  const { short, only, seed } = createCommand('npm run torture --')
    .description('Injects faults, one kind after the other, and counts what was survived.')
    .option('--short', 'fewer tries of each, as in CI')
    .option('--only <name>', 'only the scenarios whose names hold this')
    .option('--seed <n>', 'repeats the random choices of an earlier run', seedOf, 1)
    .parse()
    .opts<Options>();
  const { held, broken } = await runScenarios({
    seed,
    length: short ? 'short' : 'long',
    ...(only !== undefined && { only }),
    print: console.log,
  });
  console.log(`${held} scenarios held, ${broken} did not.`);
  return broken === 0 && held > 0 ? EXIT.answered : EXIT.fault;
});

function seedOf(value: string): number {
  const seed = Number(value);
  if (Number.isInteger(seed) && seed >= 0) return seed;
  throw new InvalidArgumentError('It must be a whole number from 0.');
}
