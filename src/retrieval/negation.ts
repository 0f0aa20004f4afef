/** The English words that turn a statement into its opposite, and "n't". */
const NEGATION = /\b(?:not?|never|none|nor|neither|nobody|nothing|without|cannot)\b|n['’]t\b/iu;

/** Whether a text says that something is not so. */
export function isNegated(text: string): boolean {
  return NEGATION.test(text);
}
