const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const FIRST_LETTER = /\p{L}/u;

/** Unicode's isolates: what stands between two of them is laid out by itself. */
const RIGHT_TO_LEFT_ISOLATE = '\u2067';
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * A line of an article for Discord, which lays every line out from left to right: one that begins
 * in Arabic or Hebrew gets its own direction, so that its full stop, quotation marks and Latin words
 * stand where they belong.
 *
 * @param text the line as it is read
 * @param markdown the line in Discord's Markdown
 */
export function inItsDirection(text: string, markdown: string): string {
  const [first = ''] = FIRST_LETTER.exec(text) ?? [];
  if (!RIGHT_TO_LEFT.test(first)) return markdown;
  return `${RIGHT_TO_LEFT_ISOLATE}${markdown}${POP_ISOLATE}`;
}

/** A name in a line with others: two Arabic ones would else be read as one, in the wrong order. */
export function apart(name: string): string {
  if (!RIGHT_TO_LEFT.test(name)) return name;
  return `${FIRST_STRONG_ISOLATE}${name}${POP_ISOLATE}`;
}
