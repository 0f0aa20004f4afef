export const INTENT_KINDS = [
  'list',
  'newest',
  'find',
  'about',
  'help',
  'summary',
  'thanks',
  'chatter',
] as const;
export type IntentKind = (typeof INTENT_KINDS)[number];

/**
 * What a language says of messages that ask for no passage. The patterns are regular expressions
 * over words in lower case without accents and marks, one space between them, apostrophes and
 * hyphens read as spaces; a pattern has to fit the whole message. `{slot}` stands for an entry of
 * `slots`, `{subject}` for some words that name a subject or an article.
 */
export interface IntentRules {
  slots: Readonly<Record<string, string>>;
  /** Words that no subject holds: they open a clause, so that more is asked than a subject. */
  clauseWords: string;
  /** Politeness before and after. */
  lead: string;
  tail: string;
  patterns: Readonly<Record<IntentKind, readonly string[]>>;
  /** Words that name no article: left out where one is looked for. */
  fillers: string;
}
