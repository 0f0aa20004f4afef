/** Words that answer without saying what, by language; small letters. */
export const SHORT_ANSWERS: Readonly<Record<string, string>> = {
  en: 'yes|yeah|no|nope|never|well|oh|ok|okay|sure',
  de: 'ja|nein|doch|nie|niemals|klar|genau|nun|naja|ach',
  es: 'sí|si|no|nunca|claro|bueno|pues|vale',
  fr: 'non|oui|si|jamais|bien sûr|eh bien|bof|ouais',
};
