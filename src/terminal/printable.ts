/** All control characters but tab and line feed. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/**
 * A text that can do nothing to a terminal but be shown: an article may hold escape sequences.
 * Line breaks of any kind become line feeds, other control characters their symbols (␛) or �.
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, (character) =>
      character < ' ' ? String.fromCodePoint(0x2400 + character.charCodeAt(0)) : '\ufffd',
    );
}

/** The same in one line: a file's name may hold a line break. */
export function printableLine(text: string): string {
  return printable(text).replace(/\n/g, ' ');
}
