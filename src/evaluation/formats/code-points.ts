/** The UTF-16 offset of the code point with the number `index`. */
function codePointOffset(text: string, index: number): number {
  let offset = 0;
  for (let count = 0; count < index && offset < text.length; count++) {
    offset += (text.codePointAt(offset) as number) > 0xffff ? 2 : 1;
  }
  return offset;
}

/**
 * Where `excerpt` stands in `text`, as a UTF-16 offset. Data sets made with Python count code
 * points, those made with JavaScript UTF-16 code units; both readings of `start` are tried.
 *
 * @returns null when the excerpt is at neither place.
 */
export function locate(text: string, excerpt: string, start: number): number | null {
  return (
    [codePointOffset(text, start), start].find((offset) => text.startsWith(excerpt, offset)) ?? null
  );
}
