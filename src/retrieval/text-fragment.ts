/** Words at each end of a long quote that find it on the page. */
const WORDS_AT_EACH_END = 5;
/** A text of at most this many words is put into the link whole. */
const WHOLE_UP_TO_WORDS = 12;

/**
 * The article's address with a text fragment, so that a browser opens it at the quote:
 * `#:~:text=first words,last words` (URL Fragment Text Directives, WICG draft).
 * An address that has a fragment of its own keeps it, as the draft allows.
 */
export function linkToText(url: string, text: string): string {
  const words = text.split(/\s+/u).filter(Boolean);
  const directive =
    words.length <= WHOLE_UP_TO_WORDS
      ? encode(words)
      : `${encode(words.slice(0, WORDS_AT_EACH_END))},${encode(words.slice(-WORDS_AT_EACH_END))}`;
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/** `-` and `,` have a meaning in the directive, so they are escaped besides what a URL asks for. */
function encode(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');
}
