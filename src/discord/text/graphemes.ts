const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * The greatest index of at most `most` that cuts no user-perceived character in half. A first
 * character longer than `most` (stacked accents know no bound) is cut between two code points.
 */
export function cutIndex(text: string, most: number): number {
  if (most >= text.length) return text.length;
  const at = graphemes.segment(text).containing(most)?.index ?? 0;
  if (at > 0) return at;
  const splitsPair = isHighSurrogate(text.charCodeAt(most - 1));
  return splitsPair ? most - 1 : most;
}

/** The text, or its beginning and an ellipsis, in at most `most` characters. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, cutIndex(text, most - 1)).trimEnd()}…`;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
