import { type CompiledRules, compileRules } from '../../retrieval/rules/compile-rules.ts';
import { plainWords } from '../../retrieval/rules/plain-words.ts';
import { writtenBetween } from '../../retrieval/rules/said-words.ts';
import { INTENT_RULES } from './languages/index.ts';
import { INTENT_KINDS, type IntentKind } from './languages/intent-rules.ts';
import { correctSlips } from './slips.ts';

/** What a message wants of the bot that no passage of an article answers. */
export type Intent =
  | { kind: Exclude<IntentKind, 'find' | 'summary'> }
  /** Articles about a subject, in the words of the message; the whole of it may say more of them. */
  | { kind: 'find'; subject: string; text: string }
  /** What an article is about; the one at hand where none is named. */
  | { kind: 'summary'; article: string | undefined };

/** A longer message says more than any of the rules. */
const MAX_WORDS = 24;

const RULES: readonly CompiledRules<IntentKind>[] = INTENT_RULES.map((one) => compileRules(one));
const FILLERS: ReadonlySet<string> = new Set(
  INTENT_RULES.flatMap(({ fillers }) => fillers.split(' ')),
);

/** What a message wants, if a rule of any language fits the whole of it; undefined if none does. */
export function intentOf(text: string): Intent | undefined {
  const words = plainWords(text);
  if (words.length === 0 || words.length > MAX_WORDS) return undefined;
  for (const rule of RULES) {
    const said = correctSlips(
      words.map(({ plain }) => plain),
      rule.vocabulary,
    ).join(' ');
    for (const kind of INTENT_KINDS) {
      const match = firstMatch(rule.patterns[kind], said);
      if (!match) continue;
      const [from, to] = match.indices?.groups?.subject ?? [];
      const subject =
        from === undefined ? '' : writtenBetween({ text, words, said }, from, to ?? 0);
      if (kind === 'find') return { kind, subject, text };
      if (kind === 'summary') return { kind, article: namesArticle(subject) ? subject : undefined };
      return { kind };
    }
  }
  return undefined;
}

function firstMatch(patterns: readonly RegExp[], said: string): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(said);
    if (match) return match;
  }
  return undefined;
}

/** The words of a subject that say which article is meant: "the article about the flood" → "flood". */
export function namingWords(subject: string): string[] {
  return plainWords(subject)
    .map(({ plain }) => plain)
    .filter((word) => !FILLERS.has(word));
}

function namesArticle(subject: string): boolean {
  return namingWords(subject).length > 0;
}
