/**
 * How alike two texts are by their words: F1 of the words that both have, each counted as often as
 * it occurs, in 0..1. Case, punctuation and order do not count.
 */
export function wordF1(expected: string, found: string): number {
  const [wanted, given] = [wordsOf(expected), wordsOf(found)];
  if (wanted.length === 0 || given.length === 0) return wanted.length === given.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of given) {
    const times = left.get(word) ?? 0;
    if (times > 0) shared++;
    left.set(word, times - 1);
  }
  return (2 * shared) / (wanted.length + given.length);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
