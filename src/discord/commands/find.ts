import { ApplicationCommandType, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { named } from './described.ts';
import { ANYWHERE } from './places.ts';

export const findCommand = {
  ...ANYWHERE,
  type: ApplicationCommandType.Message,
  ...named({
    en: 'Find in articles',
    de: 'In Artikeln finden',
    es: 'Buscar en los artículos',
    fr: 'Trouver dans les articles',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;
