import type { PhraseRules } from '../../../retrieval/rules/compile-rules.ts';

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

/** What a language says of messages that ask for no passage. */
export interface IntentRules extends PhraseRules<IntentKind> {
  /** Words that name no article: left out where one is looked for. */
  fillers: string;
}
