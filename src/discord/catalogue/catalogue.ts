import MiniSearch from 'minisearch';
import type { ArticleCard } from '../../passage.ts';
import { type ArticlesOn, createArticlesOn } from '../../retrieval/metadata/articles-on.ts';
import { byDate } from '../../retrieval/metadata/by-date.ts';
import { referenceToArticle, referenceToText } from '../buttons/references.ts';
import { oneLine } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';
import { LIMITS } from '../text/limits.ts';
import { createDateChoices } from './date-choices.ts';
import { createDateWords } from './date-words.ts';
import { folded } from './folded.ts';
import type { Generation } from './generation.ts';
import { languagesOf } from './languages.ts';

export interface Choice {
  name: string;
  value: string;
}

/** Of what is typed, which may be anything: more words than that name no article. */
const MAX_TYPED = 100;
const MAX_WORDS = 6;
/** Share of a word's letters that may be wrong, for words long enough to be told apart. */
const SLIPS = 0.25;
const MIN_FUZZY = 4;
/** In front of a value that was chosen from the list; the article's reference follows. */
const CHOSEN = 'article:';

/** Finds articles, tags and authors by what somebody types: in memory, tolerant of slips. */
export interface Catalogue {
  /** Articles that fit, best first; the newest ones when nothing is typed. */
  complete(typed: string): Choice[];
  /** The article that somebody chose, or the best one for what they typed. */
  resolve(value: string): ArticleCard | undefined;
  /** The article with this reference, if there still is one. */
  find(reference: string): ArticleCard | undefined;
  /** Articles that are called so or filed under it, best first. */
  on: ArticlesOn;
  /** The languages that articles are in, the most frequent first. */
  languages(): readonly string[];
  readonly tags: Names;
  readonly authors: Names;
  /** Dates that are meant by what is typed: the years of articles, the newest first. */
  readonly dates: Pick<Names, 'complete'>;
}

/** The values that a field has in the library. */
export interface Names {
  complete(typed: string): Choice[];
  /** The known value that is meant. */
  resolve(typed: string): string | undefined;
  /** The known value with this reference. */
  find(reference: string): string | undefined;
}

export function createCatalogue(library: Generation): Catalogue {
  const newest = byDate(library.articles());
  const byReference = new Map(newest.map((one) => [referenceToArticle(one.id), one]));
  let languages: readonly string[] | undefined;
  const dateWords = createDateWords();
  const search = new MiniSearch({
    fields: ['title', 'tags', 'path', 'authors', 'date'],
    idField: 'place',
    processTerm: folded,
    searchOptions: {
      boost: { title: 3, tags: 1.5, path: 1.5 },
      prefix: (_, i, terms) => i === terms.length - 1,
    },
  });
  search.addAll(
    newest.map(({ id, title, tags, authors, date }, place) => ({
      place,
      title,
      tags: tags.join(' '),
      path: id,
      authors: authors.join(' '),
      date: dateWords(date),
    })),
  );
  const found = (typed: string) => {
    const words = typed.slice(0, MAX_TYPED).match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return typed.trim() === '' ? newest : [];
    const text = words.slice(0, MAX_WORDS).join(' ');
    const start = folded(typed.trim());
    const fuzzy = (word: string) => word.length >= MIN_FUZZY && SLIPS;
    for (const way of [{}, { fuzzy }, { fuzzy, combineWith: 'OR' as const }]) {
      const hits = search.search(text, { combineWith: 'AND', ...way });
      if (hits.length === 0) continue;
      const articles = hits.map(({ id }) => newest[id] as ArticleCard);
      const begins = articles.filter(({ title }) => folded(title).startsWith(start));
      return [...new Set([...begins, ...articles])];
    }
    return [];
  };
  return {
    complete: (typed) => found(typed).slice(0, LIMITS.choices).map(choiceFor),
    resolve: (value) => {
      if (!value.startsWith(CHOSEN)) {
        const name = folded(value.trim());
        const exact = newest.find(({ id, title }) => id === value || folded(title) === name);
        return exact ?? (value.trim() === '' ? undefined : found(value)[0]);
      }
      return byReference.get(value.slice(CHOSEN.length));
    },
    find: (reference) => byReference.get(reference),
    on: createArticlesOn(library),
    languages: () => (languages ??= languagesOf(library)),
    tags: createNames(newest.flatMap(({ tags }) => tags)),
    authors: createNames(newest.flatMap(({ authors }) => authors)),
    dates: { complete: createDateChoices(newest) },
  };
}

function choiceFor({ id, title, authors, date }: ArticleCard): Choice {
  const rest = [authors[0], date].filter(Boolean).join(', ');
  const name = oneLine(title) || oneLine(id) || '–';
  const room = LIMITS.choiceName - (rest ? shorten(rest, 40).length + 3 : 0);
  return {
    name: rest ? `${shorten(name, room)} – ${shorten(oneLine(rest), 40)}` : shorten(name, room),
    value: CHOSEN + referenceToArticle(id),
  };
}

function createNames(values: readonly string[]): Names {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const known = [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  const found = (typed: string) => {
    const text = folded(typed.trim());
    const starts = known.filter((value) => folded(value).startsWith(text));
    const holds = known.filter((value) => folded(value).includes(text));
    return [...new Set([...starts, ...holds])];
  };
  return {
    complete: (typed) =>
      found(typed)
        .slice(0, LIMITS.choices)
        .map((value) => {
          const name = shorten(oneLine(value), LIMITS.choiceName);
          return { name, value: name };
        }),
    resolve: (typed) => {
      const text = folded(typed.trim());
      const exact = known.find((value) => folded(value) === text);
      return exact ?? (typed.trim() === '' ? undefined : found(typed.replace(/…$/u, ''))[0]);
    },
    find: (reference) => known.find((value) => referenceToText(value) === reference),
  };
}
