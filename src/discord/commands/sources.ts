import {
  ApplicationCommandOptionType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { FILTER_OPTIONS } from './article-filter.ts';
import { described, named } from './described.ts';
import { ARTICLE_NAME } from './option-names.ts';
import { ANYWHERE } from './places.ts';

export const sourceCommand = {
  ...ANYWHERE,
  ...named({
    en: 'source',
    de: 'quelle',
    es: 'fuente',
    fr: 'source',
    it: 'fonte',
    ja: '出典',
    pt: 'fonte',
  }),
  ...described({
    en: 'Show an article, paragraph by paragraph',
    de: 'Einen Artikel Absatz für Absatz zeigen',
    es: 'Mostrar un artículo, párrafo a párrafo',
    fr: 'Montrer un article, paragraphe par paragraphe',
    it: 'Mostra un articolo, paragrafo per paragrafo',
    ja: '記事を段落ごとに表示',
    pt: 'Mostrar um artigo, parágrafo por parágrafo',
  }),
  options: [
    {
      type: ApplicationCommandOptionType.String,
      ...ARTICLE_NAME,
      ...described({
        en: 'Title, author or date',
        de: 'Titel, Autorin oder Datum',
        es: 'Título, autora o fecha',
        fr: 'Titre, auteur ou date',
        it: 'Titolo, autore o data',
        ja: '題名、筆者、日付',
        pt: 'Título, autor ou data',
      }),
      required: true,
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.Integer,
      ...named({
        en: 'paragraph',
        de: 'absatz',
        es: 'párrafo',
        fr: 'paragraphe',
        it: 'paragrafo',
        ja: '段落',
        pt: 'parágrafo',
      }),
      ...described({
        en: 'Its number; the first one if you give none',
        de: 'Seine Nummer; sonst der erste',
        es: 'Su número; si no, el primero',
        fr: 'Son numéro ; sinon le premier',
        it: 'Il suo numero; altrimenti il primo',
        ja: '段落番号。省略すると最初の段落',
        pt: 'O número dele; senão, o primeiro',
      }),
      min_value: 1,
    },
  ],
} satisfies RESTPostAPIApplicationCommandsJSONBody;

export const sourcesCommand = {
  ...ANYWHERE,
  ...named({
    en: 'sources',
    de: 'quellen',
    es: 'fuentes',
    fr: 'sources',
    it: 'fonti',
    ja: '記事一覧',
    pt: 'fontes',
  }),
  ...described({
    en: 'List the articles, newest first',
    de: 'Die Artikel auflisten, neueste zuerst',
    es: 'Listar los artículos, los más recientes primero',
    fr: 'Lister les articles, du plus récent au plus ancien',
    it: 'Elenca gli articoli, dal più recente',
    ja: '記事を新しい順に一覧',
    pt: 'Listar os artigos, dos mais recentes aos mais antigos',
  }),
  options: FILTER_OPTIONS,
} satisfies RESTPostAPIApplicationCommandsJSONBody;
