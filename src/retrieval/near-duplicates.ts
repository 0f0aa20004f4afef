/** Word runs that two texts are compared by. */
const SHINGLE_WORDS = 3;
/** Share of the shorter text's word runs that stand in the other one too, from which both say the same. */
const SAME_FROM = 0.6;

/** Whether two texts say the same in nearly the same words (containment of word trigrams). */
export function nearDuplicates(a: string, b: string): boolean {
  const left = shingles(a);
  const right = shingles(b);
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  if (small.size === 0) return a === b;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  return shared / small.size >= SAME_FROM;
}

function shingles(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = new Set<string>();
  for (let i = 0; i <= words.length - SHINGLE_WORDS; i++) {
    found.add(words.slice(i, i + SHINGLE_WORDS).join(' '));
  }
  return found;
}
