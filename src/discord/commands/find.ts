import { ApplicationCommandType, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { named } from './described.ts';
import { EVERYWHERE } from './places.ts';

export const findCommand = {
  ...EVERYWHERE,
  type: ApplicationCommandType.Message,
  ...named({
    en: 'Find in articles',
    de: 'In Artikeln finden',
    es: 'Buscar en los artículos',
    fr: 'Trouver dans les articles',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;

export const answerCommand = {
  ...EVERYWHERE,
  type: ApplicationCommandType.Message,
  ...named({
    en: 'Answer with quotes',
    de: 'Mit Zitaten antworten',
    es: 'Responder con citas',
    fr: 'Répondre avec des citations',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;
