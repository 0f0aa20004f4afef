import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { described, named } from './described.ts';
import { PRIVATE_NAME } from './option-names.ts';
import { EVERYWHERE } from './places.ts';

/** Longest text that is checked, in characters: a message of members without Nitro. */
const MAX_TEXT = 2_000;

export const verifyCommand = {
  ...EVERYWHERE,
  ...named({
    en: 'verify',
    de: 'prüfen',
    es: 'verificar',
    fr: 'vérifier',
    it: 'verifica',
    ja: '引用確認',
    pt: 'verificar',
  }),
  ...described({
    en: 'Check whether a quotation is in the articles, word for word',
    de: 'Prüfen, ob ein Zitat wörtlich in den Artikeln steht',
    es: 'Comprobar si una cita está en los artículos, palabra por palabra',
    fr: 'Vérifier si une citation est dans les articles, mot pour mot',
    it: 'Controlla se una citazione è negli articoli, parola per parola',
    ja: '引用が記事に原文どおりあるか確認',
    pt: 'Conferir se uma citação está nos artigos, palavra por palavra',
  }),
  options: [
    {
      type: ApplicationCommandOptionType.String,
      ...named({
        en: 'text',
        de: 'text',
        es: 'texto',
        fr: 'texte',
        it: 'testo',
        ja: '文章',
        pt: 'texto',
      }),
      ...described({
        en: 'The quotation',
        de: 'Das Zitat',
        es: 'La cita',
        fr: 'La citation',
        it: 'La citazione',
        ja: '引用文',
        pt: 'A citação',
      }),
      required: true,
      max_length: MAX_TEXT,
    },
    {
      type: ApplicationCommandOptionType.Boolean,
      ...PRIVATE_NAME,
      ...described({
        en: 'Only you see the result',
        de: 'Nur du siehst das Ergebnis',
        es: 'Solo tú ves el resultado',
        fr: 'Vous seul voyez le résultat',
        it: 'Solo tu vedi il risultato',
        ja: '結果はあなたにだけ表示',
        pt: 'Só você vê o resultado',
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
    it: 'Verifica questa citazione',
    ja: 'この引用を確認',
    pt: 'Conferir esta citação',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;
