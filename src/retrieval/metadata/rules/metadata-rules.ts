import type { PhraseRules } from '../../rules/compile-rules.ts';

/** In the order in which they are tried. */
export const METADATA_KINDS = [
  'newest',
  'oldest',
  'count',
  'authors',
  'articles',
  'dated',
] as const;
export type MetadataKind = (typeof METADATA_KINDS)[number];

/** Stand for a period in the words of a question: with a preposition, and without. */
export const WHEN = '§';
export const BARE_WHEN = '¤';

/**
 * How a language asks for what is known of articles. `§` and `¤` in a pattern stand for a period;
 * `{w}` for none or any, `{s}` for none or one with a preposition, which is no part of a subject
 * before it. In `dated`, which asks the articles' text, `{rest}` is what is asked; without it, all
 * but the period is. Only words about publishing make a date one of articles: "What happened in
 * 1906?" asks for what happened then.
 */
export type MetadataRules = PhraseRules<MetadataKind>;
