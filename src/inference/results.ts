import { ModelError } from '../errors.ts';
import type { TaskResult } from './protocol.ts';
import type { TextReading } from './types.ts';

/** The vector that a task gave. @throws ModelError when the model could not run. */
export function vectorOf(result: TaskResult): { vector: Float32Array; windows: number } {
  if ('vector' in result) return result;
  throw notRun(result);
}

/** What reading a text gave. @throws ModelError when the model could not run. */
export function readingOf(result: TaskResult): TextReading {
  if ('logit' in result) return result;
  throw notRun(result);
}

function notRun(result: TaskResult): ModelError {
  const reason = 'error' in result ? result.error : 'an answer to something else came';
  return new ModelError(`the model cannot be run on a text: ${reason}`);
}
