import type { Stats } from 'node:fs';

/**
 * File systems keep times in steps of up to two seconds: a file that changed this shortly before
 * it was read may change again with the same stamp.
 */
const STAMP_STEP_MS = 3_000;

/**
 * What is different of a file whose content has changed, told without reading it: the time of the
 * last change of its entry cannot be set, and a file that takes its place has another number.
 */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/** The stamp of a file that is about to be read, null where it is too new to be relied on. */
export function lastingStampOf(stats: Stats, now = Date.now()): string | null {
  const latest = Math.max(stats.mtimeMs, stats.ctimeMs);
  return latest < now - STAMP_STEP_MS ? stampOf(stats) : null;
}
