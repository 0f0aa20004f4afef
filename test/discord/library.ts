import type { Generation } from '../../src/discord/catalogue/generation.ts';
import { type Library, withCatalogue } from '../../src/discord/catalogue/library.ts';
import type {
  Answer,
  Article,
  AskOptions,
  Passage,
  Quote,
  Sentence,
  Span,
} from '../../src/passage.ts';
import { searchedIds } from '../../src/retrieval/metadata/article-filter.ts';
import { shelfOf } from '../../src/store/shelf.ts';
import { termsOf } from '../../src/store/terms.ts';
import type { Hit, Shelf } from '../../src/store/types.ts';
import { readAll } from '../store/read-all.ts';

/** Articles as the index would hold them: paragraphs by blank lines, sentences by Unicode's rules. */
export interface TestArticle {
  id: string;
  text: string;
  file?: string;
  title?: string;
  authors?: string[];
  date?: string | null;
  url?: string | null;
  tags?: string[];
  language?: string | null;
}

const sentencesOf = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A library with all of its articles at hand. */
export interface TestLibrary extends Library, Pick<Generation, 'within'> {
  shelf: Shelf;
}

export function libraryOf(entries: readonly TestArticle[], generation = 'g1'): TestLibrary {
  const articles = entries.map(
    (entry): Article => ({
      file: `${entry.id}.txt`,
      title: entry.id,
      authors: [],
      date: null,
      url: null,
      tags: [],
      language: 'en',
      ...entry,
    }),
  );
  const stored = new Map(
    articles.map((article) => [article.id, { article, passages: passagesOf(article) }]),
  );
  const all = [...stored.values()].flatMap(({ passages }) => passages);
  const termWeights = (text: string) => new Map(termsOf(text).map((term) => [term, 1]));
  const manifest: Library['manifest'] = {
    format: 1,
    generation,
    createdAt: '2026-08-01T12:00:00.000Z',
    corpusHash: generation,
    model: {
      model: 'words',
      sha256: '',
      dimensions: 1,
      pooling: 'cls',
      queryPrefix: '',
      passagePrefix: '',
      maxTokens: 512,
    },
    articles: articles.length,
    passages: all.length,
    vectors: all.length,
    bytes: 0,
  };
  const within = (ids: ReadonlySet<string>) =>
    libraryOf(
      entries.filter(({ id }) => ids.has(id)),
      generation,
    );
  const library = withCatalogue({
    manifest,
    within,
    articles: () => articles,
    card: (id) => stored.get(id)?.article,
    read: async (ids) => {
      const wanted = new Set(ids);
      return shelfOf((id) => (wanted.has(id) ? stored.get(id) : undefined), termWeights);
    },
    articlesWith: async function* (strings) {
      for (const one of stored.values()) {
        if (strings.every((each) => one.article.text.normalize('NFC').includes(each))) yield one;
      }
    },
    headings: async () =>
      new Map(
        [...stored].map(([id, { passages }]) => [id, passages.flatMap((one) => one.headings)]),
      ),
    searchKeywords: async (query, k, articleIds) =>
      byTerms(all, query)
        .filter(({ passage }) => !articleIds || articleIds.includes(passage.articleId))
        .slice(0, k),
  });
  return Object.assign(library, { within, shelf: shelfOf((id) => stored.get(id), termWeights) });
}

/** By the number of terms that are shared with a query, most first. */
function byTerms(passages: readonly Passage[], query: string): Hit[] {
  const wanted = new Set(termsOf(query));
  return passages
    .map((passage) => ({
      passage,
      score: termsOf(passage.plain).filter((term) => wanted.has(term)).length,
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

function passagesOf(article: Article): Passage[] {
  const paragraphs = [...article.text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/gu)];
  return paragraphs.map((match, i) => {
    const text = match[0].trimEnd();
    const start = match.index;
    return {
      id: `${article.id}#${i + 1}`,
      articleId: article.id,
      paragraph: i + 1,
      start,
      end: start + text.length,
      text,
      plain: text,
      headings: [],
      sentences: sentencesIn(text, start),
    };
  });
}

function sentencesIn(text: string, offset: number): Sentence[] {
  return [...sentencesOf.segment(text)].map(({ segment, index }) => {
    const plain = segment.trimEnd();
    return { start: offset + index, end: offset + index + plain.length, plain };
  });
}

/** Finds by shared words: simple, and every quote is the article's own text. */
/** @returns what answers from some articles, or from all */
export function askByWords(
  library: () => Library,
): (question: string, options?: AskOptions, visible?: ReadonlySet<string>) => Promise<Answer> {
  return async (question, options = {}, visible) => {
    const earlier = wordsOf(options.earlier?.question ?? '');
    const wanted = new Set([...wordsOf(question), ...earlier]);
    const shelf = await readAll(library());
    const searched = searchedIds(options, library());
    const scored = library()
      .articles()
      .filter(({ id }) => !visible || visible.has(id))
      .filter(({ id }) => !searched || searched.includes(id))
      .flatMap((article) => shelf.passagesOf(article.id))
      .map((passage) => ({
        passage,
        score:
          overlap(passage.plain, wanted) +
          (options.earlier?.articleIds.includes(passage.articleId) ? 0.5 : 0),
      }))
      .sort((a, b) => b.score - a.score);
    const found = scored.filter(({ score }) => score >= 2).slice(0, options.top ?? 3);
    const nearest = [...new Set(scored.map(({ passage }) => passage.articleId))]
      .slice(0, 3)
      .map((id) => shelf.article(id) as Article);
    const quotes = found.map(({ passage, score }) => quote(shelf, passage, wanted, score));
    const [first, ...others] = quotes;
    const { filter } = options;
    const base = { question, nearest, milliseconds: 1, ...(filter && { filter }) };
    if (options.subject !== undefined) {
      const named = await library().catalogue.on(options.subject);
      const ids = new Set([...named, ...quotes.map(({ article }) => article)].map(({ id }) => id));
      const articles = [...ids].flatMap((id) => library().card(id) ?? []);
      const listing = { asked: 'articles', subject: options.subject, articles } as const;
      return { ...base, status: 'listed', confidence: 0, quotes: [], listing };
    }
    if (!first) return { ...base, status: 'missed', confidence: 0, quotes: [] } satisfies Answer;
    const status = first.score >= 0.3 ? 'answered' : 'near';
    return { ...base, status, confidence: first.score, quotes: [first, ...others] };
  };
}

function quote(shelf: Shelf, passage: Passage, wanted: Set<string>, score: number): Quote {
  const article = shelf.article(passage.articleId) as Article;
  const best = [...passage.sentences].sort(
    (a, b) => overlap(b.plain, wanted) - overlap(a.plain, wanted),
  )[0] as Sentence;
  return quoteOf(article, passage, best, Math.min(1, score / 10));
}

/** A whole passage as a quote, with one of its sentences marked. */
export function quoteOf(article: Article, passage: Passage, marked: Span, score = 0.9): Quote {
  const { start, end } = passage;
  return {
    passageId: passage.id,
    article,
    paragraph: passage.paragraph,
    start,
    end,
    text: article.text.slice(start, end),
    marked: {
      start: marked.start,
      end: marked.end,
      text: article.text.slice(marked.start, marked.end),
    },
    passage: { start, end },
    score,
    link: article.url,
  };
}

const COMMON = new Set(
  'the a an of in on to is was who what when where how and did does for'.split(' '),
);

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !COMMON.has(word));
}

function overlap(text: string, wanted: ReadonlySet<string>): number {
  return new Set(wordsOf(text).filter((word) => wanted.has(word))).size;
}
