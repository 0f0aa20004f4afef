import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { allProcesses } from '../processes.ts';

export const MODELS = fileURLToPath(new URL('../../models', import.meta.url));
export const EMBEDDER = 'bge-small-en-v1.5';

/** The running inference processes that a process started. */
export function inferencePids(parent: number = process.pid): number[] {
  return allProcesses()
    .filter((one) => one.parent === parent && one.isModel)
    .map(({ pid }) => pid);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Kills a process, unless it is gone already. */
export function kill(pid: number): void {
  if (isRunning(pid)) process.kill(pid, 'SIGKILL');
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits until something is true; the test's own time limit ends it otherwise. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(20);
}

/** A folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-models-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the shipped embedding model under another name. */
export async function copyOfEmbedder(name: string): Promise<string> {
  const folder = join(await temporaryFolder(), name);
  await cp(join(MODELS, EMBEDDER), folder, { recursive: true });
  return folder;
}

const NOTHING: Float32Array = new Float32Array();

export function cosine(a: Float32Array = NOTHING, b: Float32Array = NOTHING): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
