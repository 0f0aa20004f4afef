/** A link or footnote definition in one line. */
const DEFINITION = /^ {0,3}\[[^\]\r\n]+\]:[ \t]*\S[^\r\n]*$/gmu;
/** Ends a footnote, which would else take an indented block behind it for its own. */
const END = '\n\n<!-- -->\n\n';

/** Longer definitions together are not worth the time that parsing them takes. */
const MAX_LENGTH = 10_000;

/** The article's link and footnote definitions, to be read in front of a piece of it. */
export function definitionsIn(text: string): string {
  const found = (text.match(DEFINITION) ?? []).join('\n\n');
  return found === '' || found.length > MAX_LENGTH ? '' : found + END;
}
