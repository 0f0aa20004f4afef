import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { described, named } from './described.ts';
import { ADMINS_ONLY, ANYWHERE } from './places.ts';

export const aboutCommand = {
  ...ANYWHERE,
  ...named({ en: 'about', de: 'info', es: 'acerca', fr: 'apropos' }),
  ...described({
    en: 'What this bot knows, and what it does with your messages',
    de: 'Was dieser Bot kennt und was er mit deinen Nachrichten macht',
    es: 'Qué sabe este bot y qué hace con tus mensajes',
    fr: 'Ce que ce bot connaît et ce qu’il fait de vos messages',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;

export const scopeCommand = {
  ...ANYWHERE,
  ...named({ en: 'scope', de: 'bereich', es: 'alcance', fr: 'portée' }),
  ...described({
    en: 'Which articles you are answered from here, and why',
    de: 'Aus welchen Artikeln du hier Antworten bekommst, und warum',
    es: 'De qué artículos recibes respuestas aquí, y por qué',
    fr: 'De quels articles viennent vos réponses ici, et pourquoi',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;

export const forgetMeCommand = {
  ...ANYWHERE,
  ...named({ en: 'forget-me', de: 'vergiss-mich', es: 'olvídame', fr: 'oubliez-moi' }),
  ...described({
    en: 'Delete the questions of yours that this bot has kept',
    de: 'Deine Fragen löschen, die dieser Bot aufbewahrt hat',
    es: 'Borrar tus preguntas que este bot ha guardado',
    fr: 'Effacer vos questions que ce bot a gardées',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;

export const reindexCommand = {
  ...ADMINS_ONLY,
  ...named({ en: 'reindex', de: 'neu-einlesen', es: 'reindexar', fr: 'réindexer' }),
  ...described({
    en: 'Read the articles again',
    de: 'Die Artikel neu einlesen',
    es: 'Leer los artículos de nuevo',
    fr: 'Relire les articles',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;

export const statusCommand = {
  ...ADMINS_ONLY,
  ...named({ en: 'status', de: 'status', es: 'estado', fr: 'état' }),
  ...described({
    en: 'Uptime, index, queue and times to answer',
    de: 'Laufzeit, Index, Warteschlange und Antwortzeiten',
    es: 'Tiempo en marcha, índice, cola y tiempos de respuesta',
    fr: 'Durée de marche, index, file et temps de réponse',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;

export const gapsCommand = {
  ...ADMINS_ONLY,
  ...named({ en: 'gaps', de: 'lücken', es: 'lagunas', fr: 'lacunes' }),
  ...described({
    en: 'Questions that found no good answer',
    de: 'Fragen, die keine gute Antwort fanden',
    es: 'Preguntas que no encontraron buena respuesta',
    fr: 'Questions restées sans bonne réponse',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;
