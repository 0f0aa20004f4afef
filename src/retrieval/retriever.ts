import { knowsLanguage } from '../inference/model-languages.ts';
import type { Inference } from '../inference/types.ts';
import type { Answer, ArticleCard, AskOptions } from '../passage.ts';
import type { Hit, PassageStore, Shelf } from '../store/types.ts';
import { answerFromCitation } from './answer-from-citation.ts';
import { concludeByWords } from './by-words/conclude-by-words.ts';
import { languageOfSearch } from './by-words/language-of-search.ts';
import { type Candidates, fuse } from './candidates.ts';
import { chooseQuotes } from './choose-quotes.ts';
import { conclude } from './conclude.ts';
import { differingQuotes } from './differing/differing-quotes.ts';
import { firstQuotes } from './differing/first-quotes.ts';
import { answerFromMetadata } from './metadata/answer-from-metadata.ts';
import { searchedIds } from './metadata/article-filter.ts';
import { createArticlesOn } from './metadata/articles-on.ts';
import { isoDay } from './metadata/period/days.ts';
import { parseQuestion, withoutShouting } from './question.ts';
import { rankPassages, rankSentences } from './rank.ts';
import { createReading, type Reading } from './reading.ts';
import { readingList, worthReading } from './reading-list.ts';
import { betterOf } from './spelling/better-of.ts';
import { correctQuestion } from './spelling/correct-question.ts';
import { createSpelling } from './spelling/spelling.ts';
import { Stopwatch } from './stopwatch.ts';
import {
  CANDIDATES_PER_SEARCH,
  DEFAULT_QUOTES,
  DENSE_WEIGHT,
  FOLLOW_UP_PRIOR,
  FOREIGN_DENSE_WEIGHT,
  MAX_NEAREST,
  QUOTES_COMPARED,
} from './tuning.ts';
import type { Candidate, Retriever, Trace } from './types.ts';

const STEPS = ['embed', 'lexical', 'dense', 'rerank'] as const;
/** What was found, and the language (ISO 639-1) to answer in. */
type Found = Candidates & { language: string };
type Watch = Stopwatch<(typeof STEPS)[number]>;

export interface RetrieverOptions {
  /**
   * When the cross-encoder reads what the searches found: where it knows the language, unless it is
   * to be measured.
   */
  reranks?: 'known languages' | 'always' | 'never';
  /** The day that "last year" is counted from, ISO 8601. */
  today?: () => string;
  /** Told how long the steps of each answer took. */
  onAnswer?: ((seconds: Trace['seconds']) => void) | undefined;
}

/** Question → candidates → reranked → answer, over one generation of the index. */
export function createRetriever(
  store: PassageStore,
  inference: Inference,
  {
    reranks = 'known languages',
    today = () => isoDay(new Date()),
    onAnswer,
  }: RetrieverOptions = {},
): Retriever {
  const spelling = createSpelling(store);
  const articlesOn = createArticlesOn(store);
  const fromMetadata = (question: string, options: AskOptions) =>
    answerFromMetadata(question, options, { store, today, articlesOn, trace: traceAsWritten });
  const embeds = (language: string) => knowsLanguage(inference.profile.model, language);
  const reads = (language: string) =>
    reranks === 'known languages'
      ? knowsLanguage(inference.reranker, language)
      : reranks === 'always';

  async function search(query: string, watch: Watch, articleIds?: string[]): Promise<Found> {
    const embedding = watch.time('embed', () => inference.embedQuery(query));
    const lexical = await watch.time('lexical', () =>
      store.searchKeywords(query, CANDIDATES_PER_SEARCH, articleIds),
    );
    const vector = await embedding;
    const dense = await watch.time('dense', () =>
      store.searchVectors(vector, CANDIDATES_PER_SEARCH, articleIds),
    );
    const isKnown = (one: string) => embeds(one) && knowsLanguage(inference.reranker, one);
    const language = await languageOfSearch(query, lexical, isKnown, store);
    const weight = embeds(language) ? DENSE_WEIGHT : FOREIGN_DENSE_WEIGHT;
    return { lexical, dense, fused: fuse(query, lexical, dense, store, weight), language };
  }

  async function traceAsWritten(
    question: string,
    options: AskOptions,
    ids = searchedIds(options, store),
  ): Promise<Trace> {
    const watch: Watch = new Stopwatch(STEPS);
    const { earlier } = options;
    const query = earlier ? `${earlier.question} ${question}` : question;

    const { lexical, dense, fused, language } = await search(query, watch, ids);
    const candidates = earlier ? preferArticles(fused, earlier.articleIds) : fused;
    const worth = worthReading(candidates);
    const shelf = await store.read(articleIdsOf(worth));
    const reading = createReading(query, inference, shelf);
    const list = readingList(worth, reading.relevance, shelf);
    const top = options.top ?? DEFAULT_QUOTES;
    const most = Math.max(top, QUOTES_COMPARED);
    const { ranked, features, ...conclusion } = reads(language)
      ? await watch.time('rerank', () => concludeByReading(list, most, reading, shelf))
      : { ranked: list, ...concludeByWords(list, most, reading, shelf), byWords: true as const };
    const { seconds } = watch.stop();
    const base = {
      question,
      nearest: nearestArticles(candidates, store),
      milliseconds: Math.round(seconds.total * 1_000),
      ...(options.filter && { filter: options.filter }),
    };
    const [differing] = differingQuotes(question, conclusion.quotes);
    const found: Answer =
      conclusion.status === 'missed'
        ? { ...base, ...conclusion }
        : { ...base, ...conclusion, ...firstQuotes(conclusion.quotes, differing, top) };
    return {
      answer: await answerFromCitation(found, options, store),
      stages: {
        lexical,
        dense,
        fused: candidates.map(({ passage, fused: score }) => ({ passage, score })),
        reranked: firstOfEach(ranked),
      },
      seconds,
      features: { ...features },
    };
  }

  async function trace(input: string, options: AskOptions = {}): Promise<Trace> {
    const question = parseQuestion(input);
    const typed = withoutShouting(question);
    const known = await fromMetadata(typed, options);
    if (known) return { ...known, answer: { ...known.answer, question } };
    const found = await traceAsWritten(typed, options);
    const corrected = await correctQuestion(typed, store, spelling);
    const best =
      corrected === undefined ? found : betterOf(found, await traceAsWritten(corrected, options));
    return { ...best, answer: { ...best.answer, question } };
  }

  return {
    trace,
    ask: async (question, options) => {
      const { answer, seconds } = await trace(question, options);
      onAnswer?.(seconds);
      return answer;
    },
    similar: async (text, k) => {
      const { fused } = await search(text, new Stopwatch(STEPS));
      const shelf = await store.read(articleIdsOf(fused));
      const { relevance } = createReading(text, inference, shelf);
      const scored = fused.map((candidate) => ({
        ranked: candidate,
        probability: Math.max(0, Math.min(1, candidate.dense)),
        weights: relevance(candidate.passage),
      }));
      return chooseQuotes(scored, k, 0, shelf);
    },
  };
}

async function concludeByReading(
  list: readonly Candidate[],
  most: number,
  reading: Reading,
  shelf: Shelf,
) {
  const ranked = await rankSentences(await rankPassages(list, reading), reading);
  return { ranked, ...conclude(ranked, most, reading, shelf) };
}

/** In a follow-up question the articles quoted before come a little nearer. */
function preferArticles(candidates: Candidate[], articleIds: readonly string[]): Candidate[] {
  return candidates
    .map((candidate) =>
      articleIds.includes(candidate.passage.articleId)
        ? { ...candidate, fused: candidate.fused + FOLLOW_UP_PRIOR }
        : candidate,
    )
    .sort((a, b) => b.fused - a.fused);
}

/** Of the parts of one long passage only the best counts. */
function firstOfEach(ranked: readonly (Candidate & { score?: number })[]): Hit[] {
  const seen = new Set<string>();
  return ranked
    .filter(({ passage: { id } }) => !seen.has(id) && seen.add(id))
    .map(({ passage, fused, score = fused }) => ({ passage, score }));
}

function nearestArticles(candidates: readonly Candidate[], store: PassageStore): ArticleCard[] {
  const ids = [...articleIdsOf(candidates)].slice(0, MAX_NEAREST);
  return ids.flatMap((id) => store.card(id) ?? []);
}

function articleIdsOf(candidates: readonly Candidate[]): Set<string> {
  return new Set(candidates.map(({ passage }) => passage.articleId));
}
