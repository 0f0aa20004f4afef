/** What belongs to the name before a comma: `Martin Luther King, Jr.` */
const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq)\.?$/i;

/** `Ann Lee, Bo Chan and Cy Diaz` as three names. */
export function splitNames(text: string): string[] {
  const names: string[] = [];
  for (const part of text.split(/\s*[,;]\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/i)) {
    const name = part.trim();
    if (name === '') continue;
    if (SUFFIX.test(name) && names.length > 0) names.push(`${names.pop()}, ${name}`);
    else names.push(name);
  }
  return names;
}
