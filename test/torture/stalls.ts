import { monitorEventLoopDelay } from 'node:perf_hooks';
import { workedMs } from '../../src/runtime/worked-time.ts';

/** How often the main thread is looked at, in milliseconds. */
const LOOK_EVERY_MS = 5;

export interface Stalls {
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
