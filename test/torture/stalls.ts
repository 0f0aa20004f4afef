import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How often the main thread is looked at, in milliseconds. */
const LOOK_EVERY_MS = 5;

interface Stalls {
  /** The longest time that the event loop did not turn, as a clock on the wall has it. */
  longestMs: number;
  /**
   * The longest time that the main thread worked without a turn: what others did on a busy machine
   * meanwhile is not in it. Undefined where the system does not tell (no /proc).
   */
  longestOwnMs: number | undefined;
}

/** Watches the event loop of this process until the returned function is called. */
export function watchStalls(): () => Stalls {
  const delay = monitorEventLoopDelay({ resolution: LOOK_EVERY_MS });
  delay.enable();
  let last = workedMs();
  let longestOwnMs = last === undefined ? undefined : 0;
  const timer = setInterval(() => {
    const now = workedMs();
    if (now === undefined || last === undefined || longestOwnMs === undefined) return;
    longestOwnMs = Math.max(longestOwnMs, now - last);
    last = now;
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    delay.disable();
    return { longestMs: delay.max / 1e6, longestOwnMs };
  };
}

/** How long the main thread has run on a processor: the first field of schedstat, in nanoseconds. */
function workedMs(): number | undefined {
  try {
    const [worked] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(worked) / 1e6;
  } catch {
    return undefined;
  }
}
