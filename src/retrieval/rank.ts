import type { Reranker } from '../inference/types.ts';
import type { ModelText, Passage } from '../passage.ts';
import type { PassageStore } from '../store/types.ts';
import { readableRange } from './pieces.ts';
import {
  FUSED_WEIGHT,
  MAX_CHARACTERS_READ,
  MAX_SENTENCES_READ,
  SENTENCE_DEPTH,
  SENTENCE_WEIGHT,
} from './tuning.ts';
import type { Candidate } from './types.ts';

/** A candidate that the cross-encoder has read. */
export interface Ranked extends Candidate {
  /** The cross-encoder's logit for the passage (its most promising piece, if it is long). */
  logit: number;
  /**
   * The logit of each sentence, undefined where it was not read; empty where none was, because
   * the passage was not among the best.
   */
  sentenceLogits: (number | undefined)[];
  /** What the order is by: the logits and the fused score together. */
  score: number;
}

/** How much of the question's terms (by idf) each sentence of a passage holds. */
export type Relevance = (passage: Passage) => number[];

export function termRelevance(query: string, store: PassageStore): Relevance {
  const wanted = store.terms(query);
  return (passage) =>
    passage.sentences.map((sentence) => {
      let sum = 0;
      for (const term of store.terms(sentence.plain).keys()) sum += wanted.get(term) ?? 0;
      return sum;
    });
}

/** Reads each candidate together with the question, and puts the best first. */
export async function rankPassages(
  query: string,
  candidates: readonly Candidate[],
  reranker: Reranker,
  textOf: (passage: Passage) => ModelText,
  relevance: Relevance,
): Promise<Ranked[]> {
  const texts = candidates.map(({ passage }) => {
    const text = textOf(passage);
    if (text.body.length <= MAX_CHARACTERS_READ) return text;
    const [first, last] = readableRange(passage, relevance(passage), MAX_CHARACTERS_READ);
    const body = passage.sentences.slice(first, last + 1).map((sentence) => sentence.plain);
    return { head: text.head, body: body.join(' ') };
  });
  const logits = await reranker.rerank(query, texts);
  return candidates
    .map((candidate, index) => {
      const logit = logits[index] as number;
      const score = logit + FUSED_WEIGHT * candidate.fused;
      return { ...candidate, logit, sentenceLogits: [], score };
    })
    .sort(byScore);
}

/** Reads the sentences of the best passages one by one, and orders these passages anew. */
export async function rankSentences(
  query: string,
  ranked: readonly Ranked[],
  reranker: Reranker,
  textOf: (passage: Passage) => ModelText,
  relevance: Relevance,
): Promise<Ranked[]> {
  const best = ranked.slice(0, SENTENCE_DEPTH);
  const read = best.map(({ passage }) => sentencesToRead(relevance(passage)));
  const texts = best.flatMap(({ passage }, index) => {
    const { head } = textOf(passage);
    return (read[index] as number[]).map((sentence) => ({
      head,
      body: passage.sentences[sentence]?.plain ?? '',
    }));
  });
  const logits = (await reranker.rerank(query, texts))[Symbol.iterator]();
  const again = best.map((candidate, index) => {
    const sentenceLogits = candidate.passage.sentences.map((): number | undefined => undefined);
    for (const sentence of read[index] as number[]) sentenceLogits[sentence] = logits.next().value;
    const bestSentence = Math.max(...sentenceLogits.filter((logit) => logit !== undefined));
    return {
      ...candidate,
      sentenceLogits,
      score: candidate.score + SENTENCE_WEIGHT * bestSentence,
    };
  });
  return [...again.sort(byScore), ...ranked.slice(SENTENCE_DEPTH)];
}

/** All sentences of a short passage; of a long one those that share most with the question. */
function sentencesToRead(relevance: readonly number[]): number[] {
  return [...relevance.keys()]
    .sort((a, b) => (relevance[b] as number) - (relevance[a] as number) || a - b)
    .slice(0, MAX_SENTENCES_READ)
    .sort((a, b) => a - b);
}

function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score;
}
