import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { described, named } from './described.ts';
import { EVERYWHERE } from './places.ts';

/** Longest text that is checked, in characters: a message of members without Nitro. */
const MAX_TEXT = 2_000;

export const verifyCommand = {
  ...EVERYWHERE,
  ...named({ en: 'verify', de: 'prüfen', es: 'verificar', fr: 'vérifier' }),
  ...described({
    en: 'Check whether a quotation is in the articles, word for word',
    de: 'Prüfen, ob ein Zitat wörtlich in den Artikeln steht',
    es: 'Comprobar si una cita está en los artículos, palabra por palabra',
    fr: 'Vérifier si une citation est dans les articles, mot pour mot',
  }),
  options: [
    {
      type: ApplicationCommandOptionType.String,
      ...named({ en: 'text', de: 'text', es: 'texto', fr: 'texte' }),
      ...described({
        en: 'The quotation',
        de: 'Das Zitat',
        es: 'La cita',
        fr: 'La citation',
      }),
      required: true,
      max_length: MAX_TEXT,
    },
    {
      type: ApplicationCommandOptionType.Boolean,
      ...named({ en: 'private', de: 'privat', es: 'privado', fr: 'privé' }),
      ...described({
        en: 'Only you see the result',
        de: 'Nur du siehst das Ergebnis',
        es: 'Solo tú ves el resultado',
        fr: 'Vous seul voyez le résultat',
      }),
    },
  ],
} satisfies RESTPostAPIApplicationCommandsJSONBody;

export const checkQuoteCommand = {
  ...EVERYWHERE,
  type: ApplicationCommandType.Message,
  ...named({
    en: 'Check this quote',
    de: 'Zitat prüfen',
    es: 'Comprobar esta cita',
    fr: 'Vérifier cette citation',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;
