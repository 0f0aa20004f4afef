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
    it: 'Trova negli articoli',
    ja: '記事で探す',
    pt: 'Buscar nos artigos',
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
    it: 'Rispondi con citazioni',
    ja: '引用で答える',
    pt: 'Responder com citações',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;
