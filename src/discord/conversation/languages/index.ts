import { GERMAN_INTENTS } from './de-intents.ts';
import { GERMAN_QUESTIONS } from './de-questions.ts';
import { ENGLISH_INTENTS } from './en-intents.ts';
import { ENGLISH_QUESTIONS } from './en-questions.ts';
import { SPANISH_INTENTS } from './es-intents.ts';
import { SPANISH_QUESTIONS } from './es-questions.ts';
import { FRENCH_INTENTS } from './fr-intents.ts';
import { FRENCH_QUESTIONS } from './fr-questions.ts';
import type { IntentRules } from './intent-rules.ts';
import type { QuestionRules } from './question-rules.ts';

/** The rules of the languages that the bot understands; a new language is added here. */
export const INTENT_RULES: readonly IntentRules[] = [
  ENGLISH_INTENTS,
  GERMAN_INTENTS,
  SPANISH_INTENTS,
  FRENCH_INTENTS,
];
export const QUESTION_RULES: readonly QuestionRules[] = [
  ENGLISH_QUESTIONS,
  GERMAN_QUESTIONS,
  SPANISH_QUESTIONS,
  FRENCH_QUESTIONS,
];

/** Words that open a question, in any of them. */
export const QUESTION_OPENERS: ReadonlySet<string> = new Set(
  QUESTION_RULES.flatMap(({ openers }) => openers.split(' ')),
);
