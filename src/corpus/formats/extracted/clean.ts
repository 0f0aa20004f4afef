/** Soft hyphens, joiners without width, byte order marks: nothing that a reader sees. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
const CONTROL = /[\x00-\x08\x0e-\x1f\x7f]/g;

/** Text from a file as it is kept: well-formed, without what nobody sees. White space stays. */
export function clean(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '').replace(CONTROL, '');
}

/** In one line, with single spaces. */
export function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim();
}
