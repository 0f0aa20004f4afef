import {
  ApplicationCommandOptionType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { MAX_QUESTION } from '../questions/clean-question.ts';
import { FILTER_OPTIONS } from './article-filter.ts';
import { described, named } from './described.ts';
import { EVERYWHERE } from './places.ts';

export const askCommand = {
  ...EVERYWHERE,
  ...named({ en: 'ask', de: 'frage', es: 'preguntar', fr: 'demander' }),
  ...described({
    en: 'Ask the articles a question and get quotes as the answer',
    de: 'Stell den Artikeln eine Frage und bekomm Zitate als Antwort',
    es: 'Haz una pregunta a los artículos y recibe citas como respuesta',
    fr: 'Posez une question aux articles et recevez des citations',
  }),
  options: [
    {
      type: ApplicationCommandOptionType.String,
      ...named({ en: 'question', de: 'frage', es: 'pregunta', fr: 'question' }),
      ...described({
        en: 'What you want to know',
        de: 'Was du wissen willst',
        es: 'Lo que quieres saber',
        fr: 'Ce que vous voulez savoir',
      }),
      required: true,
      max_length: MAX_QUESTION,
    },
    {
      type: ApplicationCommandOptionType.String,
      ...named({ en: 'article', de: 'artikel', es: 'artículo', fr: 'article' }),
      ...described({
        en: 'Search this article only',
        de: 'Nur diesen Artikel durchsuchen',
        es: 'Buscar solo en este artículo',
        fr: 'Ne chercher que dans cet article',
      }),
      autocomplete: true,
    },
    ...FILTER_OPTIONS,
    {
      type: ApplicationCommandOptionType.Boolean,
      ...named({ en: 'private', de: 'privat', es: 'privado', fr: 'privé' }),
      ...described({
        en: 'Only you see the answer',
        de: 'Nur du siehst die Antwort',
        es: 'Solo tú ves la respuesta',
        fr: 'Vous seul voyez la réponse',
      }),
    },
  ],
} satisfies RESTPostAPIApplicationCommandsJSONBody;
