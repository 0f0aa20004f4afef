import {
  ApplicationCommandOptionType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { FILTER_OPTIONS } from './article-filter.ts';
import { described, named } from './described.ts';
import { ANYWHERE } from './places.ts';

export const sourceCommand = {
  ...ANYWHERE,
  ...named({ en: 'source', de: 'quelle', es: 'fuente', fr: 'source' }),
  ...described({
    en: 'Show an article, paragraph by paragraph',
    de: 'Einen Artikel Absatz für Absatz zeigen',
    es: 'Mostrar un artículo, párrafo a párrafo',
    fr: 'Montrer un article, paragraphe par paragraphe',
  }),
  options: [
    {
      type: ApplicationCommandOptionType.String,
      ...named({ en: 'article', de: 'artikel', es: 'artículo', fr: 'article' }),
      ...described({
        en: 'Title, author or date',
        de: 'Titel, Autorin oder Datum',
        es: 'Título, autora o fecha',
        fr: 'Titre, auteur ou date',
      }),
      required: true,
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.Integer,
      ...named({ en: 'paragraph', de: 'absatz', es: 'párrafo', fr: 'paragraphe' }),
      ...described({
        en: 'Its number; the first one if you give none',
        de: 'Seine Nummer; sonst der erste',
        es: 'Su número; si no, el primero',
        fr: 'Son numéro ; sinon le premier',
      }),
      min_value: 1,
    },
  ],
} satisfies RESTPostAPIApplicationCommandsJSONBody;

export const sourcesCommand = {
  ...ANYWHERE,
  ...named({ en: 'sources', de: 'quellen', es: 'fuentes', fr: 'sources' }),
  ...described({
    en: 'List the articles, newest first',
    de: 'Die Artikel auflisten, neueste zuerst',
    es: 'Listar los artículos, los más recientes primero',
    fr: 'Lister les articles, du plus récent au plus ancien',
  }),
  options: FILTER_OPTIONS,
} satisfies RESTPostAPIApplicationCommandsJSONBody;
