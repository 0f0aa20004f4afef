import { german } from './de.ts';
import { english, type Words } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import { japanese } from './ja.ts';
import { portuguese } from './pt.ts';

export type { Words } from './en.ts';

const languages: Readonly<Record<string, Words>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  it: italian,
  ja: japanese,
  pt: portuguese,
};

/** The bot's words in every language that it speaks. */
export const ALL_WORDS: readonly Words[] = Object.values(languages);

/** The words for a locale as Discord names it (`de`, `es-419`, `pt-BR`); English where there are none. */
export function wordsFor(locale: string | null | undefined): Words {
  return languages[(locale ?? 'en').split('-')[0] ?? 'en'] ?? english;
}

/** The words in a language (ISO 639-1); undefined where the bot does not speak it. */
export function wordsIn(language: string): Words | undefined {
  return Object.hasOwn(languages, language) ? languages[language] : undefined;
}
