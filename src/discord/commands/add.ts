import {
  ApplicationCommandOptionType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { described, named } from './described.ts';
import { ADMINS_ONLY } from './places.ts';

/** Longest address that is taken, in characters. */
const MAX_ADDRESS = 2_000;

export const addCommand = {
  ...ADMINS_ONLY,
  ...named({
    en: 'add',
    de: 'hinzufügen',
    es: 'añadir',
    fr: 'ajouter',
    it: 'aggiungi',
    ja: '追加',
    pt: 'adicionar',
  }),
  ...described({
    en: 'Add an article: a file or the address of a page; you see a preview first',
    de: 'Einen Artikel hinzufügen: eine Datei oder eine Adresse; erst siehst du eine Vorschau',
    es: 'Añadir un artículo: un archivo o una dirección; primero ves una vista previa',
    fr: 'Ajouter un article : un fichier ou une adresse ; vous voyez d’abord un aperçu',
    it: 'Aggiungere un articolo: un file o un indirizzo; prima vedi un’anteprima',
    ja: '記事を追加（ファイルかアドレス）。まずプレビューが表示されます',
    pt: 'Adicionar um artigo: um arquivo ou um endereço; primeiro você vê uma prévia',
  }),
  options: [
    {
      type: ApplicationCommandOptionType.Attachment,
      ...named({
        en: 'file',
        de: 'datei',
        es: 'archivo',
        fr: 'fichier',
        it: 'file',
        ja: 'ファイル',
        pt: 'arquivo',
      }),
      ...described({
        en: 'Markdown, text, a web page, Word, PDF, EPUB, JSON or CSV',
        de: 'Markdown, Text, Webseite, Word, PDF, EPUB, JSON oder CSV',
        es: 'Markdown, texto, página web, Word, PDF, EPUB, JSON o CSV',
        fr: 'Markdown, texte, page web, Word, PDF, EPUB, JSON ou CSV',
        it: 'Markdown, testo, pagina web, Word, PDF, EPUB, JSON o CSV',
        ja: 'Markdown、テキスト、ウェブページ、Word、PDF、EPUB、JSON、CSV',
        pt: 'Markdown, texto, página web, Word, PDF, EPUB, JSON ou CSV',
      }),
    },
    {
      type: ApplicationCommandOptionType.String,
      ...named({
        en: 'address',
        de: 'adresse',
        es: 'dirección',
        fr: 'adresse',
        it: 'indirizzo',
        ja: 'アドレス',
        pt: 'endereço',
      }),
      ...described({
        en: 'Of a page or a file on the web: https://…',
        de: 'Einer Seite oder Datei im Web: https://…',
        es: 'De una página o un archivo en la web: https://…',
        fr: 'D’une page ou d’un fichier sur le web : https://…',
        it: 'Di una pagina o di un file sul web: https://…',
        ja: 'ウェブ上のページかファイルのアドレス：https://…',
        pt: 'De uma página ou de um arquivo na web: https://…',
      }),
      max_length: MAX_ADDRESS,
    },
  ],
} satisfies RESTPostAPIApplicationCommandsJSONBody;
