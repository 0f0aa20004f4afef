import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { described, named } from './described.ts';
import { ADMINS_ONLY, ANYWHERE } from './places.ts';

export const aboutCommand = {
  ...ANYWHERE,
  ...named({
    en: 'about',
    de: 'info',
    es: 'acerca',
    fr: 'apropos',
    it: 'info',
    ja: 'このボットについて',
    pt: 'sobre',
  }),
  ...described({
    en: 'What this bot knows, and what it does with your messages',
    de: 'Was dieser Bot kennt und was er mit deinen Nachrichten macht',
    es: 'Qué sabe este bot y qué hace con tus mensajes',
    fr: 'Ce que ce bot connaît et ce qu’il fait de vos messages',
    it: 'Che cosa sa questo bot e che cosa fa dei tuoi messaggi',
    ja: 'このボットが知っていることと、メッセージの扱い',
    pt: 'O que este bot sabe e o que faz com as suas mensagens',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;

export const scopeCommand = {
  ...ANYWHERE,
  ...named({
    en: 'scope',
    de: 'bereich',
    es: 'alcance',
    fr: 'portée',
    it: 'ambito',
    ja: '範囲',
    pt: 'alcance',
  }),
  ...described({
    en: 'Which articles you are answered from here, and why',
    de: 'Aus welchen Artikeln du hier Antworten bekommst, und warum',
    es: 'De qué artículos recibes respuestas aquí, y por qué',
    fr: 'De quels articles viennent vos réponses ici, et pourquoi',
    it: 'Da quali articoli ricevi risposte qui, e perché',
    ja: 'ここでどの記事から答えが出るか、その理由',
    pt: 'De quais artigos vêm as suas respostas aqui, e por quê',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;

export const forgetMeCommand = {
  ...ANYWHERE,
  ...named({
    en: 'forget-me',
    de: 'vergiss-mich',
    es: 'olvídame',
    fr: 'oubliez-moi',
    it: 'dimenticami',
    ja: '質問を削除',
    pt: 'esqueça-me',
  }),
  ...described({
    en: 'Delete the questions of yours that this bot has kept',
    de: 'Deine Fragen löschen, die dieser Bot aufbewahrt hat',
    es: 'Borrar tus preguntas que este bot ha guardado',
    fr: 'Effacer vos questions que ce bot a gardées',
    it: 'Elimina le tue domande che questo bot ha conservato',
    ja: 'このボットが保存しているあなたの質問を削除',
    pt: 'Apagar as suas perguntas que este bot guardou',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;

export const reindexCommand = {
  ...ADMINS_ONLY,
  ...named({
    en: 'reindex',
    de: 'neu-einlesen',
    es: 'reindexar',
    fr: 'réindexer',
    it: 'reindicizza',
    ja: '索引更新',
    pt: 'reindexar',
  }),
  ...described({
    en: 'Read the articles again',
    de: 'Die Artikel neu einlesen',
    es: 'Leer los artículos de nuevo',
    fr: 'Relire les articles',
    it: 'Rileggi gli articoli',
    ja: '記事を読み込み直す',
    pt: 'Ler os artigos de novo',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;

export const statusCommand = {
  ...ADMINS_ONLY,
  ...named({
    en: 'status',
    de: 'status',
    es: 'estado',
    fr: 'état',
    it: 'stato',
    ja: '状態',
    pt: 'status',
  }),
  ...described({
    en: 'Uptime, index, queue and times to answer',
    de: 'Laufzeit, Index, Warteschlange und Antwortzeiten',
    es: 'Tiempo en marcha, índice, cola y tiempos de respuesta',
    fr: 'Durée de marche, index, file et temps de réponse',
    it: 'Tempo di attività, indice, coda e tempi di risposta',
    ja: '稼働時間、索引、待ち行列、回答時間',
    pt: 'Tempo no ar, índice, fila e tempos de resposta',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;

export const gapsCommand = {
  ...ADMINS_ONLY,
  ...named({
    en: 'gaps',
    de: 'lücken',
    es: 'lagunas',
    fr: 'lacunes',
    it: 'lacune',
    ja: '未回答',
    pt: 'lacunas',
  }),
  ...described({
    en: 'Questions that found no good answer',
    de: 'Fragen, die keine gute Antwort fanden',
    es: 'Preguntas que no encontraron buena respuesta',
    fr: 'Questions restées sans bonne réponse',
    it: 'Domande rimaste senza una buona risposta',
    ja: 'よい答えが見つからなかった質問',
    pt: 'Perguntas que ficaram sem uma boa resposta',
  }),
} satisfies RESTPostAPIApplicationCommandsJSONBody;
