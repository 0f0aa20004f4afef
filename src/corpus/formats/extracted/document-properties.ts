/** What programs put into a document when nobody says who wrote it, or what it is called. */
const NO_PERSON =
  /^(?:admin(?:istrator)?|user|owner|author|unknown|anonymous|root|microsoft(?: office)?(?: user)?|python-docx|.*\bpdf\b.*|.*@.*)$/i;
const NO_TITLE =
  /^(?:untitled.*|document ?\d*|dokument ?\d*|microsoft (?:word|powerpoint) -.*|word document|title|.*\.(?:docx?|pdf|indd|tex|dvi|qxd|rtf|odt|html?))$/i;

/** The names of people among what a document's properties give as its authors. */
export function creatorNames(names: readonly string[]): string[] {
  return names.filter((name) => name !== '' && name.length <= 80 && !NO_PERSON.test(name));
}

/** The title that a document's properties give, unless a program made it up. */
export function givenTitle(title: string): string | null {
  return title === '' || title.length > 300 || NO_TITLE.test(title) ? null : title;
}
