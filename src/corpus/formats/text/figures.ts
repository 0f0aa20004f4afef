/** In characters. */
const MAX_LENGTH = 80;
/** Digits with what stands between them in numbers, results, times, ratios and sums. */
const NUMBERS = /^[\p{N}\s.,:;/()+–—−%‰°$£€¥'’-]+$/u;
/** `Attendance: 24,512`, `24,512 km` */
const LABEL = /^\p{L}+:\s*|(?<!\s)\s*\p{L}{1,3}\.?$/gu;

/**
 * Whether a line is nothing but figures: an attendance, a result, a share. One number of one or
 * two digits is none, for that is what page numbers look like.
 */
export function areFigures(line: string): boolean {
  if (line.length > MAX_LENGTH) return false;
  const numbers = line.trim().replace(LABEL, '');
  if (!NUMBERS.test(numbers)) return false;
  const groups = numbers.match(/\p{N}+/gu) ?? [];
  const isMarked = /[%‰°$£€¥]|^[+−-]\p{N}|^\p{L}+:/u.test(line.trim());
  return groups.length > 1 || (groups[0]?.length ?? 0) > 2 || (groups.length > 0 && isMarked);
}
