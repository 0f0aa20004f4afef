import { fuse } from '../../retrieval/candidates.ts';
import { CANDIDATES_PER_SEARCH } from '../../retrieval/tuning.ts';
import type { Hit, PassageStore } from '../../store/types.ts';

/** How many of the first passages two stores must agree on. */
const COMPARED = 10;

export interface ComparedQuestion {
  text: string;
  vector: Float32Array;
  /** Ids of the passages that answer it; empty where nobody knows. */
  gold: readonly string[];
}

/** What one store found and how long that took. */
export interface StoreFigures {
  /** Milliseconds of a hybrid search: by words and by vector at the same time, and fused. */
  p50: number;
  p95: number;
  /** Share of the questions whose answering passage came first after fusing. */
  firstRight: number | undefined;
}

export interface StoreComparison {
  questions: number;
  first: StoreFigures;
  second: StoreFigures;
  /** Share of the questions for which both have the same ten passages, in any order. */
  same: { lexical: number; dense: number; fused: number };
  /** Of the first store's ten nearest passages by vector, how many the second one has, too. */
  recall: number;
}

/** Asks two stores of one corpus the same questions, in turns, so that both meet the same machine. */
export async function compareStores(
  first: PassageStore,
  second: PassageStore,
  questions: readonly ComparedQuestion[],
): Promise<StoreComparison> {
  const times: [number[], number[]] = [[], []];
  const right: [number, number] = [0, 0];
  const same = { lexical: 0, dense: 0, fused: 0 };
  let recalled = 0;
  for (const question of questions) {
    const one = await search(first, question);
    const other = await search(second, question);
    for (const [i, found] of [one, other].entries()) {
      times[i]?.push(found.milliseconds);
      if (question.gold.includes(found.fused[0] ?? '')) right[i as 0 | 1]++;
    }
    for (const list of ['lexical', 'dense', 'fused'] as const) {
      if (shared(one[list], other[list]) === one[list].length) same[list]++;
    }
    recalled += shared(one.dense, other.dense) / Math.max(1, one.dense.length);
  }
  const count = questions.length;
  const known = questions.some(({ gold }) => gold.length > 0);
  const figures = (i: 0 | 1): StoreFigures => ({
    p50: quantile(times[i], 0.5),
    p95: quantile(times[i], 0.95),
    firstRight: known ? right[i] / count : undefined,
  });
  return {
    questions: count,
    first: figures(0),
    second: figures(1),
    same: {
      lexical: same.lexical / count,
      dense: same.dense / count,
      fused: same.fused / count,
    },
    recall: recalled / count,
  };
}

async function search(store: PassageStore, { text, vector }: ComparedQuestion) {
  const began = performance.now();
  const [lexical, dense] = await Promise.all([
    store.searchKeywords(text, CANDIDATES_PER_SEARCH),
    store.searchVectors(vector, CANDIDATES_PER_SEARCH),
  ]);
  const fused = fuse(text, lexical, dense, store);
  const milliseconds = performance.now() - began;
  return { lexical: idsOf(lexical), dense: idsOf(dense), fused: idsOf(fused), milliseconds };
}

function idsOf(hits: readonly Pick<Hit, 'passage'>[]): string[] {
  return hits.slice(0, COMPARED).map(({ passage }) => passage.id);
}

function shared(one: readonly string[], other: readonly string[]): number {
  return one.filter((id) => other.includes(id)).length;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
