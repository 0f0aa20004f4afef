import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../src/evaluation/random.ts';
import type { Scenario, TortureResult } from './scenario.ts';

const SCENARIOS = new URL('scenarios/', import.meta.url);

export interface RunOptions {
  seed: number;
  length: keyof Scenario['tries'];
  /** Runs only the scenarios whose names hold this. */
  only?: string;
  print: (line: string) => void;
}

/**
 * Runs the scenarios one after the other and prints a line for each.
 *
 * @returns how many held, and how many did not
 */
export async function runScenarios(options: RunOptions): Promise<{ held: number; broken: number }> {
  const { seed, length, only = '', print } = options;
  const all = await loadScenarios();
  const chosen = all.filter(({ name }) => name.includes(only));
  const width = Math.max(...chosen.map(({ name }) => name.length), 0);
  print(`Seed ${seed}, ${length} runs.`);
  let held = 0;
  for (const scenario of chosen) {
    const result = await runOne(scenario, seed, scenario.tries[length]);
    const { tried, survived, failures } = result;
    const isHeld = tried > 0 && survived === tried && failures.length === 0;
    if (isHeld) held++;
    print(renderResult(scenario.name.padEnd(width), result, isHeld));
    for (const failure of failures) print(`    ${failure}`);
  }
  return { held, broken: chosen.length - held };
}

async function loadScenarios(): Promise<Scenario[]> {
  const files = (await readdir(SCENARIOS)).filter((file) => file.endsWith('.ts')).sort();
  return Promise.all(
    files.map(async (file) => {
      const { scenario } = (await import(new URL(file, SCENARIOS).href)) as { scenario: Scenario };
      return scenario;
    }),
  );
}

/** Each scenario begins at the seed, so that it can be repeated alone. */
async function runOne(scenario: Scenario, seed: number, tries: number): Promise<TortureResult> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-torture-'));
  try {
    return await scenario.run({ tries, random: seededRandom(seed), folder });
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { tried: 0, survived: 0, worstMs: 0, failures: [reason] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function renderResult(name: string, result: TortureResult, isHeld: boolean): string {
  const { tried, survived, worstMs, figures = {} } = result;
  const extra = Object.entries(figures).map(([what, value]) => `, ${what} ${value}`);
  return `${isHeld ? '✓' : '✗'} ${name}  tried ${tried}, survived ${survived}, worst ${Math.round(worstMs)} ms${extra.join('')}`;
}
