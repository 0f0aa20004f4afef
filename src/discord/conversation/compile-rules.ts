import { INTENT_KINDS, type IntentKind, type IntentRules } from './languages/intent-rules.ts';

/** The rules of one language, ready to use. */
export interface Rule {
  patterns: Readonly<Record<IntentKind, readonly RegExp[]>>;
  /** The words that they are made of. */
  vocabulary: ReadonlySet<string>;
}

/** Words that a subject has at most. */
const MAX_SUBJECT_WORDS = 7;

export function compileRules(rules: IntentRules): Rule {
  const { slots, clauseWords, lead, tail } = rules;
  const word = `(?!(?:${clauseWords})(?: |$))\\S+`;
  const all: Record<string, string> = {
    ...slots,
    subject: `(?<subject>${word}(?: ${word}){0,${MAX_SUBJECT_WORDS - 1}}?)`,
  };
  const filled = (pattern: string): string =>
    pattern.replace(/\{(\w*[a-z]\w*)\}/gu, (_, name: string) => {
      const slot = all[name];
      if (slot === undefined) throw new Error(`There is no slot {${name}}.`);
      return name === 'subject' ? slot : `(?:${filled(slot)})`;
    });
  const whole = (pattern: string) =>
    new RegExp(`^(?:(?:${lead}) )*(?:${filled(pattern)})(?: (?:${tail}))*$`, 'du');
  const patterns = INTENT_KINDS.map((kind) => [kind, rules.patterns[kind].map(whole)]);
  const written = [...Object.values(slots), lead, tail, ...Object.values(rules.patterns).flat()];
  return {
    patterns: Object.fromEntries(patterns) as Rule['patterns'],
    vocabulary: new Set(written.join(' ').match(/[a-z]{3,}/gu) ?? []),
  };
}
