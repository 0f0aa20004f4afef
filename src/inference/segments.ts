/**
 * Characters of a passage that are tokenized at once. No ordinary paragraph is longer, and what
 * is keeps a child from other work no longer than one run of a model takes.
 */
export const SEGMENT_CHARACTERS = 8000;
/** Characters that a segment shares with the one before it: about the overlap of two windows. */
export const SEGMENT_OVERLAP = 300;
/** How far before a segment's end a white space is looked for. */
const MAX_WORD_LENGTH = 200;

/** Cuts a text into overlapping segments, at white space where there is some. */
export function segments(text: string): string[] {
  const result: string[] = [];
  let start = 0;
  while (text.length - start > SEGMENT_CHARACTERS) {
    const end = cutBefore(text, start + SEGMENT_CHARACTERS);
    result.push(text.slice(start, end));
    start = cutBefore(text, end - SEGMENT_OVERLAP);
  }
  return [...result, text.slice(start)];
}

/** The last place at or shortly before `index` that cuts neither a word nor a surrogate pair. */
function cutBefore(text: string, index: number): number {
  for (let i = index; i > index - MAX_WORD_LENGTH; i--) {
    if (/\s/.test(text.charAt(i - 1))) return i;
  }
  return /[\uDC00-\uDFFF]/.test(text.charAt(index)) ? index - 1 : index;
}
