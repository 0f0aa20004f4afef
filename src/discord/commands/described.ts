import type { LocalizationMap } from 'discord.js';

interface Texts {
  en: string;
  de: string;
  es: string;
  fr: string;
  it: string;
  ja: string;
  pt: string;
}

/** A description in every language, as Discord's API takes it. */
export function described({ en, ...others }: Texts) {
  return { description: en, description_localizations: localizations(others) };
}

/** A name in every language; lower case without spaces for slash commands and options. */
export function named({ en, ...others }: Texts) {
  return { name: en, name_localizations: localizations(others) };
}

function localizations({ de, es, fr, it, ja, pt }: Omit<Texts, 'en'>): LocalizationMap {
  return { de, 'es-ES': es, 'es-419': es, fr, it, ja, 'pt-BR': pt };
}
