/** Text is hard-wrapped at 120 columns or fewer: a longer line is a paragraph of its own. */
const WIDEST_WRAP = 120;

/**
 * Whether the lines of a block are paragraphs, one a line, and no hard wraps of a single one: a
 * line before the last is too long for a wrap, and ends like a paragraph.
 */
export function areParagraphs(lines: readonly string[]): boolean {
  return lines
    .slice(0, -1)
    .some((line) => line.length > WIDEST_WRAP && /[.!?…。！？]["'”’»)\]]*\s*$/.test(line));
}
