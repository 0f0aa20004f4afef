/**
 * Ways of saying things in one language. The patterns are regular expressions over words in lower
 * case without accents and marks, one space between them, apostrophes and hyphens read as spaces; a
 * pattern has to fit the whole text. `{slot}` stands for an entry of `slots`, `{subject}`
 * and `{author}` for some words that name one, `{rest}` for any words.
 */
export interface PhraseRules<Kind extends string> {
  slots: Readonly<Record<string, string>>;
  /** Words that no subject holds: they open a clause, so that more is asked than a subject. */
  clauseWords: string;
  /** Politeness before and after. */
  lead: string;
  tail: string;
  patterns: Readonly<Record<Kind, readonly string[]>>;
}

/** The rules of one language, ready to use. */
export interface CompiledRules<Kind extends string> {
  patterns: Readonly<Record<Kind, readonly RegExp[]>>;
  /** The words that they are made of. */
  vocabulary: ReadonlySet<string>;
}

/** Words that a subject or a name has at most. */
const MAX_SUBJECT_WORDS = 7;

export function compileRules<Kind extends string>(rules: PhraseRules<Kind>): CompiledRules<Kind> {
  const { slots, clauseWords, lead, tail } = rules;
  const word = `(?!(?:${clauseWords})(?: |$))\\S+`;
  const words = `${word}(?: ${word}){0,${MAX_SUBJECT_WORDS - 1}}?`;
  const read = new Map([
    ['subject', words],
    ['author', words],
    ['rest', '\\S+(?: \\S+)*'],
  ]);
  const filled = (pattern: string): string =>
    pattern.replace(/\{(\w*[a-z]\w*)\}/gu, (_, name: string) => {
      if (read.has(name)) return `(?<${name}>${read.get(name)})`;
      const slot = slots[name];
      if (slot === undefined) throw new Error(`There is no slot {${name}}.`);
      return `(?:${filled(slot)})`;
    });
  const whole = (pattern: string) =>
    new RegExp(`^(?:(?:${lead}) )*(?:${filled(pattern)})(?: (?:${tail}))*$`, 'du');
  const all = Object.entries<readonly string[]>(rules.patterns);
  const patterns = all.map(([kind, some]) => [kind, some.map(whole)]);
  const written = [...Object.values(slots), lead, tail, ...all.flatMap(([, some]) => some)];
  return {
    patterns: Object.fromEntries(patterns) as CompiledRules<Kind>['patterns'],
    vocabulary: new Set(written.join(' ').match(/[a-z]{3,}/gu) ?? []),
  };
}
