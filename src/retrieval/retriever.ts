import { asks, introductionOf, modelText } from '../corpus/index.ts';
import type { Inference } from '../inference/types.ts';
import type { Answer, ArticleCard, AskOptions, ModelText, Passage, Quote } from '../passage.ts';
import type { PassageStore } from '../store/types.ts';
import { ANSWERED_FROM, UNSURE_FROM } from './calibration.ts';
import { type Candidates, fuse } from './candidates.ts';
import { chooseQuotes, type Scored } from './choose-quotes.ts';
import { featuresOf, probabilityOf } from './confidence.ts';
import { parseQuestion } from './question.ts';
import { type Ranked, type Reading, rankPassages, rankSentences, rereadSentences } from './rank.ts';
import { termRelevance } from './relevance.ts';
import { Stopwatch } from './stopwatch.ts';
import { CANDIDATES_PER_SEARCH, DEFAULT_QUOTES, FOLLOW_UP_PRIOR, MAX_NEAREST } from './tuning.ts';
import type { Candidate, Retriever, Trace } from './types.ts';

const STEPS = ['embed', 'lexical', 'dense', 'rerank', 'sentences'] as const;
type Watch = Stopwatch<(typeof STEPS)[number]>;

/** Question → candidates → reranked → answer, over one generation of the index. */
export function createRetriever(store: PassageStore, inference: Inference): Retriever {
  const textOf = (passage: Passage): ModelText => {
    const article = store.article(passage.articleId);
    if (!article) throw new Error(`The index has passage ${passage.id} without its article.`);
    return modelText(article, store.passagesOf(article.id), passage.paragraph - 1);
  };

  async function search(query: string, watch: Watch, articleIds?: string[]): Promise<Candidates> {
    const embedding = watch.time('embed', () => inference.embedQuery(query));
    const lexical = await watch.time('lexical', () =>
      store.best(query, CANDIDATES_PER_SEARCH, articleIds),
    );
    const vector = await embedding;
    const dense = await watch.time('dense', () =>
      store.nearest(vector, CANDIDATES_PER_SEARCH, articleIds),
    );
    return { lexical, dense, fused: fuse(query, lexical, dense, store) };
  }

  async function trace(input: string, options: AskOptions = {}): Promise<Trace> {
    const watch: Watch = new Stopwatch(STEPS);
    const question = parseQuestion(input);
    const { earlier } = options;
    const query = earlier ? `${earlier.question} ${question}` : question;

    const { lexical, dense, fused } = await search(query, watch, options.articleIds);
    const candidates = earlier ? preferArticles(fused, earlier.articleIds) : fused;
    const relevance = termRelevance(query, store);
    const reading: Reading = {
      query,
      reranker: inference,
      textOf,
      introductionOf: ({ articleId, paragraph }) =>
        introductionOf(store.passagesOf(articleId), paragraph - 1),
      relevance,
    };
    // What only asks answers nothing: the line of the interviewer, a heading of a quiz.
    const answering = candidates.filter(({ passage }) => !asksOnly(passage));
    const first = await watch.time('rerank', () => rankPassages(answering, reading));
    const ranked = await watch.time('sentences', async () => {
      const [best, ...rest] = await rankSentences(first, reading);
      return best ? [await rereadSentences(best, reading), ...rest] : [];
    });

    const features = ranked[0] ? featuresOf(ranked[0]) : {};
    const confidence = ranked[0] ? probabilityOf(features) : 0;
    const answer = {
      question,
      confidence,
      nearest: nearestArticles(candidates, store),
      ...conclude(ranked, confidence, options.top ?? DEFAULT_QUOTES, relevance, store),
    };
    const { seconds } = watch.stop();
    return {
      answer: { ...answer, milliseconds: Math.round(seconds.total * 1_000) },
      stages: {
        lexical,
        dense,
        fused: candidates.map(({ passage, fused: score }) => ({ passage, score })),
        reranked: ranked.map(({ passage, score }) => ({ passage, score })),
      },
      seconds,
      features,
    };
  }

  return {
    trace,
    ask: async (question, options) => (await trace(question, options)).answer,
    similar: async (text, k) => {
      const watch: Watch = new Stopwatch(STEPS);
      const { fused } = await search(text, watch);
      const relevance = termRelevance(text, store);
      return chooseQuotes(
        fused.map((candidate) => unread(candidate, relevance)),
        k,
        store,
      );
    },
  };
}

function asksOnly({ sentences }: Passage): boolean {
  return sentences.every(({ plain }) => asks(plain));
}

/** What the reader gets: quotes from this confidence on, else none. */
function conclude(
  ranked: readonly Ranked[],
  confidence: number,
  top: number,
  relevance: Reading['relevance'],
  store: PassageStore,
): Pick<Answer, 'status' | 'quotes'> & ({ status: 'missed'; quotes: [] } | Shown) {
  if (confidence < UNSURE_FROM) return { status: 'missed', quotes: [] };
  const scored = ranked.map((candidate) => ({
    ranked: candidate,
    probability: probabilityOf(featuresOf(candidate)),
    weights: sentenceWeights(candidate, relevance),
  }));
  const [quote, ...more] = chooseQuotes(scored, top, store);
  if (!quote) return { status: 'missed', quotes: [] };
  return {
    status: confidence >= ANSWERED_FROM ? 'answered' : 'unsure',
    quotes: [quote, ...more],
  };
}

type Shown = { status: 'answered' | 'unsure'; quotes: [Quote, ...Quote[]] };

/** The reranker's view of each sentence where it read them, else their share of the terms. */
function sentenceWeights(
  { passage, sentenceLogits }: Ranked,
  relevance: Reading['relevance'],
): number[] {
  if (sentenceLogits.length === 0) return relevance(passage);
  return sentenceLogits.map((logit) => (logit === undefined ? 0 : 1 / (1 + Math.exp(-logit))));
}

function unread(candidate: Candidate, relevance: Reading['relevance']): Scored {
  const ranked: Ranked = { ...candidate, logit: 0, sentenceLogits: [], score: candidate.fused };
  return { ranked, probability: candidate.dense, weights: relevance(candidate.passage) };
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

function nearestArticles(candidates: readonly Candidate[], store: PassageStore): ArticleCard[] {
  const ids = [...new Set(candidates.map(({ passage }) => passage.articleId))];
  return ids.slice(0, MAX_NEAREST).flatMap((id) => {
    const article = store.article(id);
    if (!article) return [];
    const { text, ...card } = article;
    return [card];
  });
}
