const BROKEN = /(\p{L}+)[-‐]\n(\p{Ll}\p{L}*)/gu;

/**
 * Makes what joins the words that were broken at the ends of lines, as the models are to read
 * them. `long-\nterm` stays `long-term` where the text has that word within a line too, and not
 * `longterm`.
 *
 * @param text all of the article, with line feeds where lines end
 */
export function hyphenJoiner(text: string): (piece: string) => string {
  const words = new Set(text.toLowerCase().match(/\p{L}+(?:[-‐]\p{L}+)*/gu) ?? []);
  return (piece) =>
    piece
      .replace(BROKEN, (_broken, before: string, after: string) => {
        const joined = `${before}${after}`;
        const isHyphened = words.has(`${before}-${after}`.toLowerCase());
        return isHyphened && !words.has(joined.toLowerCase()) ? `${before}-${after}` : joined;
      })
      .replace(/\s+/g, ' ')
      .trim();
}
