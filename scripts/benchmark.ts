import { InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import {
  figuresOf,
  LONG,
  renderTable,
  runBenchmark,
  SHORT,
  scenariosFor,
  writePage,
} from '../src/benchmark/index.ts';
import { brokenFloors, readFloors } from '../src/evaluation/index.ts';
import { stepProgress } from '../src/evaluation/progress.ts';
import { createCommand } from '../src/terminal/command.ts';
import { EXIT } from '../src/terminal/exit-codes.ts';
import { makeRoomFor } from '../src/terminal/make-room-for.ts';
import { runCommand } from '../src/terminal/run-command.ts';

/** What it may take to end the processes and remove their files, in milliseconds. */
const GRACE_MS = 20_000;

interface Options {
  only?: string;
  sizes?: number[];
  short?: true;
  json?: true;
  out?: string;
  floors?: string;
}

const command = createCommand('npm run benchmark --')
  .description('Measures Pullquote beside what you would use instead: memory, sizes, times.')
  .option('--only <name>', 'only the scenarios whose names hold this')
  .option('--sizes <list>', 'numbers of generated passages, such as 1000,10000', sizesOf)
  .option('--short', 'fewer rounds and smaller sizes, as in CI')
  .option('--json', 'print one JSON object instead of tables')
  .option('--out <file>', 'write an HTML page with tables and plots')
  .option('--floors <file>', 'fail (exit code 1) when a figure breaks a bound in this JSON file')
  .addHelpText(
    'after',
    `
Figures in a file of bounds are named scenario.figure.column.system.ratio (or median, p95), as in
--json. Exit codes: 0 measured, 1 a mistake in what was asked or a broken bound, 2 a fault of the
program, 130 broken off with Ctrl-C (what was measured until then is shown).`,
  );

await runCommand(async (interrupted) => {
  const { only, sizes, short, json, out, floors: file } = command.parse().opts<Options>();
  // What is wrong with an option should be known before the run, not after.
  scenariosFor(only);
  if (out) makeRoomFor(out);
  const floors = file === undefined ? {} : readFloors(file);

  const progress = stepProgress();
  const run = await runBenchmark({
    effort: { ...(short ? SHORT : LONG), ...(sizes && { sizes }) },
    ...(only !== undefined && { only }),
    onProgress: progress.show,
    signal: interrupted,
  }).finally(progress.stop);
  const figures = figuresOf(run.measurements);
  if (out) await writePage(out, run);
  console.log(
    json
      ? JSON.stringify({ ...run, figures })
      : renderTable(run, pc.createColors(pc.isColorSupported)),
  );
  if (run.left.length > 0) return EXIT.interrupted;
  const broken = brokenFloors(figures, floors);
  for (const line of broken) console.error(line);
  return broken.length > 0 ? EXIT.mistake : EXIT.answered;
}, GRACE_MS);

function sizesOf(list: string): number[] {
  const sizes = list.split(',').map(Number);
  if (sizes.every((size) => Number.isSafeInteger(size) && size >= 20)) return sizes;
  throw new InvalidArgumentError('They must be whole numbers from 20, with commas between them.');
}
