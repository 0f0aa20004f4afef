import {
  ApplicationCommandOptionType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
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
  options: [
    {
      type: ApplicationCommandOptionType.String,
      ...named({ en: 'tag', de: 'schlagwort', es: 'etiqueta', fr: 'étiquette' }),
      ...described({
        en: 'With this tag',
        de: 'Mit diesem Schlagwort',
        es: 'Con esta etiqueta',
        fr: 'Avec cette étiquette',
      }),
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      ...named({ en: 'author', de: 'autor', es: 'autor', fr: 'auteur' }),
      ...described({
        en: 'By this author',
        de: 'Von dieser Autorin oder diesem Autor',
        es: 'De esta autora o este autor',
        fr: 'De cet auteur',
      }),
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      ...named({ en: 'since', de: 'ab', es: 'desde', fr: 'depuis' }),
      ...described({
        en: 'From this day, month or year on: 2025-03-31, 2025-03 or 2025',
        de: 'Ab diesem Tag, Monat oder Jahr: 2025-03-31, 2025-03 oder 2025',
        es: 'Desde este día, mes o año: 2025-03-31, 2025-03 o 2025',
        fr: 'À partir de ce jour, mois ou an : 2025-03-31, 2025-03 ou 2025',
      }),
      max_length: 10,
    },
    {
      type: ApplicationCommandOptionType.String,
      ...named({ en: 'until', de: 'bis', es: 'hasta', fr: 'jusque' }),
      ...described({
        en: 'Up to this day, month or year: 2025-03-31, 2025-03 or 2025',
        de: 'Bis zu diesem Tag, Monat oder Jahr: 2025-03-31, 2025-03 oder 2025',
        es: 'Hasta este día, mes o año: 2025-03-31, 2025-03 o 2025',
        fr: 'Jusqu’à ce jour, mois ou an : 2025-03-31, 2025-03 ou 2025',
      }),
      max_length: 10,
    },
  ],
} satisfies RESTPostAPIApplicationCommandsJSONBody;
