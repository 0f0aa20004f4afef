import { ModelError } from '../errors.ts';
import type { TaskResult } from './protocol.ts';

/** The vector that a task gave. @throws ModelError when the model could not run. */
export function vectorOf(result: TaskResult): { vector: Float32Array; windows: number } {
  if ('vector' in result) return result;
  throw notRun(result);
}

/** The logit that a task gave. @throws ModelError when the model could not run. */
export function logitOf(result: TaskResult): number {
  if ('logit' in result) return result.logit;
  throw notRun(result);
}

function notRun(result: TaskResult): ModelError {
  const reason = 'error' in result ? result.error : 'an answer to something else came';
  return new ModelError(`the model cannot be run on a text: ${reason}`);
}
