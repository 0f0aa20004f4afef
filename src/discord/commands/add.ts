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
  ...named({ en: 'add', de: 'hinzufügen', es: 'añadir', fr: 'ajouter' }),
  ...described({
    en: 'Add an article: a file or the address of a page; you see a preview first',
    de: 'Einen Artikel hinzufügen: eine Datei oder eine Adresse; erst siehst du eine Vorschau',
    es: 'Añadir un artículo: un archivo o una dirección; primero ves una vista previa',
    fr: 'Ajouter un article : un fichier ou une adresse ; vous voyez d’abord un aperçu',
  }),
  options: [
    {
      type: ApplicationCommandOptionType.Attachment,
      ...named({ en: 'file', de: 'datei', es: 'archivo', fr: 'fichier' }),
      ...described({
        en: 'Markdown, text, a web page, Word, PDF, EPUB, JSON or CSV',
        de: 'Markdown, Text, Webseite, Word, PDF, EPUB, JSON oder CSV',
        es: 'Markdown, texto, página web, Word, PDF, EPUB, JSON o CSV',
        fr: 'Markdown, texte, page web, Word, PDF, EPUB, JSON ou CSV',
      }),
    },
    {
      type: ApplicationCommandOptionType.String,
      ...named({ en: 'address', de: 'adresse', es: 'dirección', fr: 'adresse' }),
      ...described({
        en: 'Of a page or a file on the web: https://…',
        de: 'Einer Seite oder Datei im Web: https://…',
        es: 'De una página o un archivo en la web: https://…',
        fr: 'D’une page ou d’un fichier sur le web : https://…',
      }),
      max_length: MAX_ADDRESS,
    },
  ],
} satisfies RESTPostAPIApplicationCommandsJSONBody;
