import type { Quote, Span } from '../passage.ts';
import { atAGlance } from '../retrieval/at-a-glance.ts';
import type { Trace } from '../retrieval/types.ts';
import { articleIdOf } from '../store/shelf.ts';
import type { Hit, Shelf } from '../store/types.ts';
import type { EvalQuestion } from './evaluation-set.ts';
import { coveredShare } from './metrics/coverage.ts';
import { ndcgAt } from './metrics/ndcg.ts';
import { recallAt } from './metrics/recall.ts';
import { reciprocalRankAt } from './metrics/reciprocal-rank.ts';
import type { Outcome, Protocol } from './outcome.ts';

/** How many quotes a reader is shown; what was asked for beyond them counts for coverage only. */
const QUOTES_SHOWN = 3;
/** How many quotes are looked at for coverage of the reference characters. */
export const QUOTES_COVERING = 5;

/** The articles that {@link judge} looks at. */
export function judgedArticles({ gold }: EvalQuestion, { answer }: Trace): string[] {
  return [
    ...gold.map(({ passageId }) => articleIdOf(passageId)),
    ...answer.quotes.map(({ article }) => article.id),
  ];
}

/** Judges one answer, and the orders that led to it, against what was expected. */
export function judge(
  question: EvalQuestion,
  trace: Trace,
  store: Shelf,
  asked: { protocol: Protocol; seed: number },
): Outcome {
  const { answer, stages } = trace;
  const shown = answer.quotes.slice(0, QUOTES_SHOWN);
  const first = shown[0]?.passageId ?? stages.reranked[0]?.passage.id;
  return {
    ...asked,
    id: question.id,
    kind: question.kind,
    question: question.question,
    ...(question.asked !== undefined && { asked: question.asked }),
    status: answer.status,
    confidence: answer.confidence,
    right: question.gold.some(({ passageId }) => passageId === first),
    stages: question.gold.length === 0 ? null : judgeStages(question, stages),
    ...judgeAnswer(question, shown, atAGlance(answer).quotes, store),
    referencesCovered: judgeCoverage(question, answer.quotes),
    quotes: shown.map((quote) => ({
      article: quote.article.title,
      paragraph: quote.paragraph,
      text: quote.text,
      marked: quote.marked.text,
      score: quote.score,
      verbatim: isVerbatim(quote, store),
    })),
    expected: expectedOf(question, store),
    seconds: trace.seconds,
    features: trace.features,
  };
}

function judgeStages({ gold }: EvalQuestion, stages: Trace['stages']): Outcome['stages'] {
  const relevance = new Map(gold.map((one) => [one.passageId, one.relevance]));
  const ideal = [...relevance.values()];
  const score = (hits: readonly Hit[]) => {
    const gains = hits.map(({ passage }) => relevance.get(passage.id) ?? 0);
    return {
      'recall@1': recallAt(1, gains, ideal),
      'recall@3': recallAt(3, gains, ideal),
      'recall@5': recallAt(5, gains, ideal),
      'mrr@10': reciprocalRankAt(10, gains),
      'ndcg@10': ndcgAt(10, gains, ideal),
    };
  };
  return {
    lexical: score(stages.lexical),
    dense: score(stages.dense),
    fused: score(stages.fused),
    reranked: score(stages.reranked),
  };
}

function judgeAnswer(
  question: EvalQuestion,
  shown: readonly Quote[],
  atOnce: readonly Quote[],
  store: Shelf,
): Pick<Outcome, 'answerShown' | 'answerAtAGlance' | 'answerMarked' | 'wordsShown'> {
  const places = question.gold.flatMap(({ passageId, spans }) =>
    spans.map((span) => ({ ...span, articleId: store.passage(passageId)?.articleId })),
  );
  if (places.length === 0) {
    return { answerShown: null, answerAtAGlance: null, answerMarked: null, wordsShown: null };
  }
  const holds = (quote: Quote | undefined, range: Span | undefined) =>
    places.some(
      ({ articleId, start, end }) =>
        quote?.article.id === articleId && range && range.start <= start && end <= range.end,
    );
  const words = expectedOf(question, store).flatMap(({ answers }) => answers.map(folded));
  return {
    answerShown: shown.some((quote) => holds(quote, quote)),
    answerAtAGlance: atOnce.some((quote) => holds(quote, quote)),
    answerMarked: holds(shown[0], shown[0]?.marked),
    wordsShown: shown.some((quote) => words.some((word) => folded(quote.text).includes(word))),
  };
}

function judgeCoverage({ references, articleId }: EvalQuestion, quotes: readonly Quote[]) {
  if (!references) return null;
  const first = quotes.slice(0, QUOTES_COVERING);
  return coveredShare(
    references,
    first.filter(({ article }) => article.id === articleId),
  );
}

/** Checked against the stored article, not against what the retriever says of it. */
function isVerbatim(quote: Quote, store: Shelf): boolean {
  const text = store.article(quote.article.id)?.text;
  const passage = store.passage(quote.passageId);
  return (
    text !== undefined &&
    passage !== undefined &&
    passage.articleId === quote.article.id &&
    passage.paragraph === quote.paragraph &&
    passage.start <= quote.start &&
    quote.end <= passage.end &&
    quote.start <= quote.marked.start &&
    quote.marked.end <= quote.end &&
    text.slice(quote.start, quote.end) === quote.text &&
    text.slice(quote.marked.start, quote.marked.end) === quote.marked.text
  );
}

function expectedOf({ gold }: EvalQuestion, store: Shelf): Outcome['expected'] {
  return gold.flatMap(({ passageId, spans }) => {
    const passage = store.passage(passageId);
    const article = passage && store.article(passage.articleId);
    if (!passage || !article) return [];
    const answers = new Set(spans.map(({ start, end }) => article.text.slice(start, end)));
    return [{ article: article.title, paragraph: passage.paragraph, answers: [...answers] }];
  });
}

function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}
