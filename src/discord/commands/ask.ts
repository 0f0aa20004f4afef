import {
  ApplicationCommandOptionType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { MAX_QUESTION } from '../questions/clean-question.ts';
import { FILTER_OPTIONS } from './article-filter.ts';
import { described, named } from './described.ts';
import { ARTICLE_NAME, PRIVATE_NAME } from './option-names.ts';
import { EVERYWHERE } from './places.ts';

export const askCommand = {
  ...EVERYWHERE,
  ...named({
    en: 'ask',
    de: 'frage',
    es: 'preguntar',
    fr: 'demander',
    it: 'chiedi',
    ja: '質問',
    pt: 'perguntar',
  }),
  ...described({
    en: 'Ask the articles a question and get quotes as the answer',
    de: 'Stell den Artikeln eine Frage und bekomm Zitate als Antwort',
    es: 'Haz una pregunta a los artículos y recibe citas como respuesta',
    fr: 'Posez une question aux articles et recevez des citations',
    it: 'Fai una domanda agli articoli e ricevi citazioni come risposta',
    ja: '記事に質問して、引用で答えをもらう',
    pt: 'Faça uma pergunta aos artigos e receba citações como resposta',
  }),
  options: [
    {
      type: ApplicationCommandOptionType.String,
      ...named({
        en: 'question',
        de: 'frage',
        es: 'pregunta',
        fr: 'question',
        it: 'domanda',
        ja: '質問',
        pt: 'pergunta',
      }),
      ...described({
        en: 'What you want to know',
        de: 'Was du wissen willst',
        es: 'Lo que quieres saber',
        fr: 'Ce que vous voulez savoir',
        it: 'Che cosa vuoi sapere',
        ja: '知りたいこと',
        pt: 'O que você quer saber',
      }),
      required: true,
      max_length: MAX_QUESTION,
    },
    {
      type: ApplicationCommandOptionType.String,
      ...ARTICLE_NAME,
      ...described({
        en: 'Search this article only',
        de: 'Nur diesen Artikel durchsuchen',
        es: 'Buscar solo en este artículo',
        fr: 'Ne chercher que dans cet article',
        it: 'Cerca solo in questo articolo',
        ja: 'この記事だけを検索',
        pt: 'Buscar só neste artigo',
      }),
      autocomplete: true,
    },
    ...FILTER_OPTIONS,
    {
      type: ApplicationCommandOptionType.Boolean,
      ...PRIVATE_NAME,
      ...described({
        en: 'Only you see the answer',
        de: 'Nur du siehst die Antwort',
        es: 'Solo tú ves la respuesta',
        fr: 'Vous seul voyez la réponse',
        it: 'Solo tu vedi la risposta',
        ja: '答えはあなたにだけ表示',
        pt: 'Só você vê a resposta',
      }),
    },
  ],
} satisfies RESTPostAPIApplicationCommandsJSONBody;
