import { setImmediate } from 'node:timers/promises';
import { workedMs } from '../../runtime/worked-time.ts';

/**
 * Does something and tells how long it kept the main thread from anything else at a time: the
 * longest turn of the event loop meanwhile, in milliseconds. It is measured by the thread's own
 * time on a processor, so that others on a busy machine are not blamed on it; by the clock where
 * the system does not tell. The watching costs time: measure that of the work without it.
 */
export async function blockedMs(work: () => Promise<unknown>): Promise<number> {
  const now = () => workedMs() ?? performance.now();
  let isDone = false;
  let longest = 0;
  let last = now();
  const look = () => {
    const time = now();
    longest = Math.max(longest, time - last);
    last = time;
  };
  const watching = (async () => {
    while (!isDone) {
      await setImmediate();
      look();
    }
  })();
  last = now();
  try {
    await work();
  } finally {
    isDone = true;
    look();
  }
  await watching;
  return longest;
}
