import { setImmediate } from 'node:timers/promises';

/**
 * Does something and tells how long it kept the main thread from anything else at a time: the
 * longest turn of the event loop meanwhile, in milliseconds by the clock. On a busy machine that
 * holds what others did too, so take the median of several. Node's own `monitorEventLoopDelay`
 * looks every few milliseconds only. The watching costs time: measure that of the work without it.
 */
export async function blockedMs(work: () => Promise<unknown>): Promise<number> {
  let isDone = false;
  let longest = 0;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const working = work().finally(() => {
    isDone = true;
    look();
  });
  look();
  while (!isDone) {
    await setImmediate();
    look();
  }
  await working;
  return longest;
}
