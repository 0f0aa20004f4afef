import { folded } from './folded.ts';

const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'ja', 'pt'];

/** The words by which people look for each month, in the bot's languages. */
function monthWords(): string[] {
  return Array.from({ length: 12 }, (_, month) => {
    const names = LANGUAGES.map((language) =>
      new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
        Date.UTC(2000, month, 15),
      ),
    );
    return [...new Set(names.map(folded))].join(' ');
  });
}

/** Turns a date (ISO 8601) into what somebody may type for it: the date, and its month's names. */
export function createDateWords(): (date: string | null) => string {
  const months = monthWords();
  return (date) => (date === null ? '' : `${date} ${months[Number(date.slice(5, 7)) - 1] ?? ''}`);
}
