import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { usableCores } from '../config/usable-cores.ts';
import { SettingError } from '../errors.ts';
import { Bench } from './bench.ts';
import type { Effort } from './effort.ts';
import type { BenchmarkRun } from './measurement.ts';
import type { Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios/index.ts';

export interface BenchmarkOptions {
  effort: Effort;
  /** Only scenarios whose names hold this. */
  only?: string;
  /** Told of each scenario that begins, and how many are done. */
  onProgress?: (scenario: string, progress: { done: number; total: number }) => void;
  /** Ends the run: what was measured until then is the result. */
  signal: AbortSignal;
}

/**
 * Measures the scenarios one after the other, each system in processes of its own. All files lie
 * in a temporary folder, which is removed however the run ends.
 *
 * @throws SettingError for a name that no scenario has.
 */
export async function runBenchmark(options: BenchmarkOptions): Promise<BenchmarkRun> {
  const { effort, onProgress, signal } = options;
  const chosen = scenariosFor(options.only);
  const seconds: Record<string, number> = {};
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-benchmark-'));
  const bench = new Bench(effort, folder, signal);
  let done = 0;
  try {
    for (const scenario of chosen) {
      onProgress?.(scenario.name, { done, total: chosen.length });
      const began = performance.now();
      await scenario.run(bench);
      seconds[scenario.name] = (performance.now() - began) / 1_000;
      done++;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  return {
    createdAt: new Date().toISOString(),
    machine: machine(),
    effort,
    measurements: bench.measurements,
    left: chosen.slice(done).map(({ name }) => name),
    seconds,
  };
}

/** @throws SettingError when there is none. */
export function scenariosFor(only = ''): readonly Scenario[] {
  const chosen = SCENARIOS.filter(({ name }) => name.includes(only));
  if (chosen.length > 0) return chosen;
  const names = SCENARIOS.map(({ name }) => name).join(', ');
  throw new SettingError(`--only ${only}: no scenario has that in its name; there are ${names}.`);
}

function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${usableCores()} cores (${model}), ${memory} GB, Node ${process.versions.node}, ${process.platform}`;
}
