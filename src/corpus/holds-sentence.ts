const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/gu;
/** One word said as a sentence: `Yes.`, `“No!”`, `– 42.` */
const ONE_WORD_SENTENCE =
  /^[\p{Ps}\p{Pi}"'„‚¿¡–—-]*\s?[\p{L}\p{M}\p{N}'’-]+\p{Sentence_Terminal}[\p{Sentence_Terminal}…]*[\p{Pe}\p{Pf}"'“”’]*$/u;
const ONE_WORD_ELLIPSIS = /^[\p{Ps}\p{Pi}"'„¿¡–—-]*\s?[\p{L}\p{M}]+…[\p{Pe}\p{Pf}"'”’]*$/u;

/**
 * Whether a line of plain text can be a sentence: two words with letters, or one that ends like a
 * sentence (`Yes.`), or two characters of a script that is written without spaces. Leftovers of a
 * layout (`.jpg)`, `***`, `Advertisement`) cannot.
 */
export function holdsSentence(line: string): boolean {
  const text = line.trim();
  if ((text.match(UNSPACED)?.length ?? 0) >= 2) return true;
  const spaced = text.split(/\s+/).filter((token) => /\p{L}/u.test(token));
  if (spaced.length >= 2) return true;
  if (!text.match(WORD)) return false;
  return ONE_WORD_SENTENCE.test(text) || ONE_WORD_ELLIPSIS.test(text);
}
