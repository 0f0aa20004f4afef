import { named } from './described.ts';

// Names of options that several commands have.
export const ARTICLE_NAME = named({
  en: 'article',
  de: 'artikel',
  es: 'artículo',
  fr: 'article',
  it: 'articolo',
  ja: '記事',
  pt: 'artigo',
});
export const PRIVATE_NAME = named({
  en: 'private',
  de: 'privat',
  es: 'privado',
  fr: 'privé',
  it: 'privato',
  ja: '非公開',
  pt: 'privado',
});
