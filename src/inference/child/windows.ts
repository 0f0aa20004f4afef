/** Tokens that a window shares with the one before it: two or three sentences. */
export const WINDOW_OVERLAP = 64;

/**
 * Cuts a list of tokens into windows of at most `room` tokens. All but the only one are full: the
 * last one reaches back as far as it can.
 */
export function windowStarts(length: number, room: number): number[] {
  if (length <= room) return [0];
  const step = Math.max(1, room - Math.min(WINDOW_OVERLAP, Math.floor(room / 2)));
  const starts: number[] = [];
  for (let start = 0; start + room < length; start += step) starts.push(start);
  return [...starts, length - room];
}
