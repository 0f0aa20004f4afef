import { setTimeout as sleep } from 'node:timers/promises';

/** Waits, or ends at once with the signal. It keeps no process from ending. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal, ref: false }).catch(() => {});
}
