import { readFileSync } from 'node:fs';

/**
 * How long this process's main thread has run on a processor, in milliseconds: what others did on a
 * busy machine meanwhile is not in it. Undefined where the system does not tell (no /proc).
 */
export function workedMs(): number | undefined {
  try {
    // The first field of schedstat, in nanoseconds.
    const [worked] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(worked) / 1e6;
  } catch {
    return undefined;
  }
}
