/** What belongs to the name before a comma: `Martin Luther King, Jr.` */
const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq)\.?$/i;

/** White space is looked at from its first character only, or long runs of it would take long. */
const BETWEEN = /(?:(?<!\s)\s+)?[,;]\s*(?:and\s+|&\s*)?|(?<!\s)\s+(?:and|&)\s+/i;

/** `Ann Lee, Bo Chan and Cy Diaz` as three names. */
export function splitNames(text: string): string[] {
  const names: string[] = [];
  for (const part of text.split(BETWEEN)) {
    const name = part.trim();
    if (name === '') continue;
    if (SUFFIX.test(name) && names.length > 0) names.push(`${names.pop()}, ${name}`);
    else names.push(name);
  }
  return names;
}
