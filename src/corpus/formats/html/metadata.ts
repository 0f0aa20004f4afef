import { type ArticleFields, canonicalLanguage } from '../../article-fields.ts';
import { splitNames } from '../../author-names.ts';
import { isoDate, writtenDate } from '../../calendar-date.ts';
import { clean, oneLine } from '../extracted/clean.ts';
import type { DomDocument } from '../extracted/dom.ts';
import { parseByline } from '../text/byline.ts';
import { type JsonLd, jsonLdIn } from './json-ld.ts';
import { siteless } from './page-title.ts';

const MAX_NAMES = 20;
const MAX_URL_LENGTH = 2_000;
const MAX_NAME_LENGTH = 80;
const MAX_BYLINE_LENGTH = 160;

/** The most certain first. */
const BYLINES = [
  '[rel~="author"]',
  '[itemprop~="author"]',
  '.author, .article-author, .post-author, .byline-name',
  '.byline, .c-byline, .by',
];
const BY = /^(?:by|von|par|por|di|da|door|av|af)\s+/i;
const DATES = 'time[itemprop~="datePublished"], time[pubdate], article time, header time, time';

/**
 * Title, authors, date and address of a page: by its JSON-LD, its `<meta>` elements, and then by
 * what it shows. To be read before the page is taken apart.
 */
export function metadataOf(document: DomDocument): Omit<ArticleFields, 'warnings'> {
  const data = jsonLdIn(document);
  const meta = metaOf(document);
  return {
    title: titleOf(document, data, meta),
    authors: authorsOf(document, data, meta),
    date: dateOf(document, data, meta),
    url: addressOf(document, data, meta),
    tags: [],
    language: languageOf(document, data),
  };
}

type Meta = (...names: string[]) => string | undefined;

/** Gives the first of such `<meta>` elements, by name or property, that says something. */
function metaOf(document: DomDocument): Meta {
  const said = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const content = oneLine(element.getAttribute('content') ?? '');
    const keys = ['property', 'name', 'itemprop'].map((key) => element.getAttribute(key) ?? '');
    for (const key of keys.flatMap((names) => names.toLowerCase().split(/\s+/))) {
      if (key !== '' && content !== '' && !said.has(key)) said.set(key, content);
    }
  }
  return (...names) => names.map((name) => said.get(name)).find((content) => content !== undefined);
}

function titleOf(document: DomDocument, data: JsonLd | undefined, meta: Meta): string | null {
  const headings = [...document.querySelectorAll('h1')].map((h1) => oneLine(h1.textContent ?? ''));
  const given =
    data?.headline ??
    meta('og:title', 'twitter:title', 'dc.title', 'citation_title') ??
    data?.name ??
    document.querySelector('title')?.textContent ??
    '';
  const title = oneLine(given);
  // The page's own heading reads as people know the article; the others may name the site.
  const heading = headings.find((text) => text.length > 2 && title.includes(text));
  return heading ?? (siteless(title, meta('og:site_name')) || headings.find(Boolean) || null);
}

function authorsOf(document: DomDocument, data: JsonLd | undefined, meta: Meta): string[] {
  const given =
    data?.author ??
    splitNames(
      meta('author', 'article:author', 'dc.creator', 'citation_author', 'parsely-author') ?? '',
    );
  const names = given.map(oneLine).filter(isName);
  if (names.length > 0) return [...new Set(names)].slice(0, MAX_NAMES);
  for (const selector of BYLINES) {
    for (const element of document.querySelectorAll(selector)) {
      const text = oneLine(element.textContent ?? '').replace(BY, '');
      if (text === '' || text.length > MAX_BYLINE_LENGTH) continue;
      const byline = parseByline(`By ${text}`);
      if (byline && byline.authors.length > 0) return byline.authors;
    }
  }
  return [];
}

/** Some sites give the address of a profile instead. */
function isName(text: string): boolean {
  return text !== '' && text.length <= MAX_NAME_LENGTH && !/^(?:https?:|www\.|@)/i.test(text);
}

function dateOf(document: DomDocument, data: JsonLd | undefined, meta: Meta): string | null {
  const given = [
    data?.datePublished,
    meta(
      'article:published_time',
      'datepublished',
      'date',
      'dc.date',
      'dc.date.issued',
      'citation_publication_date',
      'pubdate',
      'parsely-pub-date',
      'og:published_time',
    ),
  ];
  for (const element of document.querySelectorAll(DATES)) {
    given.push(element.getAttribute('datetime') ?? element.textContent ?? '');
  }
  for (const text of given) {
    const date = text && dateIn(oneLine(text));
    if (date) return date;
  }
  return null;
}

function dateIn(text: string): string | null {
  const day = /^\d{4}[-/]\d{2}[-/]\d{2}(?!\d)/.exec(text)?.[0].replaceAll('/', '-');
  return day ? isoDate(day) : writtenDate(text);
}

function addressOf(document: DomDocument, data: JsonLd | undefined, meta: Meta): string | null {
  const given = [
    document.querySelector('link[rel~="canonical"]')?.getAttribute('href'),
    meta('og:url'),
    data?.url,
    data?.mainEntityOfPage,
  ];
  for (const address of given) {
    const trimmed = clean(address ?? '').trim();
    if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) continue;
    const { href } = new URL(trimmed);
    if (href.length <= MAX_URL_LENGTH) return href;
  }
  return null;
}

function languageOf(document: DomDocument, data: JsonLd | undefined): string | null {
  const tag = document.documentElement?.getAttribute('lang') || data?.inLanguage || '';
  return canonicalLanguage(tag.replaceAll('_', '-')) ?? null;
}
