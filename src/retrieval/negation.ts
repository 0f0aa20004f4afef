/** The English words that turn a statement into its opposite, and "n't". */
const NEGATION =
  /\b(?:not?|never|none|nor|neither|nobody|nothing|nowhere|without|cannot)\b|n['’]t\b/iu;

/** The same words where they deny nothing. */
const NO_NEGATION = [
  // "Gate No. 4", "gate no 4", "Nos. 3 and 5", "the no. of visitors"
  /\bno(?:s?\.|\s?°|s)?\s?(?=\d)/giu,
  /\bno\.(?=\s+of\b)/giu,
  // "not only … but also" says both.
  /\bnot (?:only|just|merely|simply|until|to mention|least)\b/giu,
  /\bno (?:less|fewer|later|sooner|earlier|more) than\b/giu,
  /\b(?:no doubt|no matter|nothing but|none other than|never mind|without (?:a )?doubt|needless|whether or not|or not)\b/giu,
];

/** Whether a text says that something is not so. */
export function isNegated(text: string): boolean {
  const rest = NO_NEGATION.reduce((left, pattern) => left.replace(pattern, ' '), text);
  return NEGATION.test(rest);
}
