/** Shorter words are too easily other words. */
const MIN_LETTERS = 6;

/** The words, each that is one slip of the finger away from a known one replaced by it. */
export function correctSlips(words: readonly string[], known: ReadonlySet<string>): string[] {
  return words.map((word) => {
    if (word.length < MIN_LETTERS || known.has(word)) return word;
    for (const candidate of known) if (isOneSlipFrom(word, candidate)) return candidate;
    return word;
  });
}

/** One letter too many, missing, wrong, or two in the wrong order; the first one is right. */
function isOneSlipFrom(word: string, known: string): boolean {
  if (known.length < MIN_LETTERS || word[0] !== known[0]) return false;
  const longer = word.length - known.length;
  if (Math.abs(longer) > 1) return false;
  let at = 0;
  while (word[at] === known[at]) at++;
  if (longer > 0) return word.slice(at + 1) === known.slice(at);
  if (longer < 0) return word.slice(at) === known.slice(at + 1);
  const swapped = `${known[at + 1] ?? ''}${known[at] ?? ''}${known.slice(at + 2)}`;
  return word.slice(at + 1) === known.slice(at + 1) || word.slice(at) === swapped;
}
