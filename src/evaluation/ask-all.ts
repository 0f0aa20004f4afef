import { QuestionError } from '../errors.ts';
import type { Retriever, Trace } from '../retrieval/types.ts';
import type { PassageStore } from '../store/types.ts';
import { judge, judgedArticles, QUOTES_COVERING } from './judge.ts';
import type { Outcome } from './outcome.ts';
import type { Asking } from './plan.ts';

export interface AskAllOptions {
  retrieverOf: (store: PassageStore) => Retriever;
  onProgress?: (progress: { done: number; total: number }) => void;
  /** Ends the asking after the question in hand; what was asked until then is returned. */
  signal?: AbortSignal;
}

/** Asks one question after the other, as the seconds are those of one question alone, and judges. */
export async function askAll(
  askings: readonly Asking[],
  { retrieverOf, onProgress, signal }: AskAllOptions,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let current: { store: PassageStore; retriever: Retriever } | undefined;
  for (const asking of askings) {
    if (signal?.aborted) break;
    const { question, store, protocol, seed } = asking;
    if (current?.store !== store) current = { store, retriever: retrieverOf(store) };
    const trace = await traceOf(asking, current.retriever);
    const shelf = await store.read(judgedArticles(question, trace));
    outcomes.push(judge(question, trace, shelf, { protocol, seed }));
    onProgress?.({ done: outcomes.length, total: askings.length });
  }
  return outcomes;
}

async function traceOf({ question, articleIds }: Asking, retriever: Retriever): Promise<Trace> {
  try {
    return await retriever.trace(question.asked ?? question.question, {
      ...(articleIds && { articleIds }),
      ...(question.references && { top: QUOTES_COVERING }),
    });
  } catch (error) {
    if (error instanceof QuestionError) return nothingFound(question.question);
    throw error;
  }
}

/** What a question comes to that cannot be asked at all: a refusal. */
function nothingFound(question: string): Trace {
  return {
    answer: { question, status: 'missed', quotes: [], confidence: 0, nearest: [], milliseconds: 0 },
    stages: { lexical: [], dense: [], fused: [], reranked: [] },
    seconds: { embed: 0, lexical: 0, dense: 0, rerank: 0, total: 0 },
    features: {},
  };
}
