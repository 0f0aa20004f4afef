/** A word as rules read it, and where it stands in the text. */
export interface PlainWord {
  /** In lower case, without accents; `ß` as `ss`. */
  plain: string;
  start: number;
  end: number;
}

/** The words of a text. Apostrophes and hyphens part words: "what's" is "what" and "s". */
export function plainWords(text: string): PlainWord[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    plain: word
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/ß/gu, 'ss'),
    start: index,
    end: index + word.length,
  }));
}
