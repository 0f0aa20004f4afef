import { asks } from '../corpus/index.ts';
import type { ModelText, Passage } from '../passage.ts';
import type { Reading } from './reading.ts';
import {
  FUSED_WEIGHT,
  MAX_SENTENCES_READ,
  ONLY_QUESTIONS_LOGIT,
  READING_ROUNDS,
  REREAD_SENTENCES,
  REREAD_WEIGHT,
  SENTENCE_DEPTH,
  SENTENCE_WEIGHT,
  SETTLED_LEAD,
  SETTLED_LOGIT,
} from './tuning.ts';
import type { Candidate } from './types.ts';

/** A candidate that the cross-encoder has read. */
export interface Ranked extends Candidate {
  /** The cross-encoder's logit for the passage. */
  logit: number;
  /**
   * A logit for each sentence, undefined where it was not read; empty where none was, because the
   * passage was not among the best.
   */
  sentenceLogits: (number | undefined)[];
  /** The greatest logit of a single sentence; undefined where none was read. */
  bestSentence?: number;
  /** What the order is by: the logits and the fused score together. */
  score: number;
}

/**
 * Reads the candidates together with the question, and puts the best first. Where those read so far
 * settle the matter the others are not read, and left out.
 */
export async function rankPassages(
  candidates: readonly Candidate[],
  { query, reranker, textOf }: Reading,
): Promise<Ranked[]> {
  const read = async (part: readonly Candidate[]): Promise<Ranked[]> => {
    const logits = await reranker.rerank(
      query,
      part.map(({ passage }) => textOf(passage)),
    );
    return part.map((candidate, index) => {
      const logit = logits[index] as number;
      const score = logit + FUSED_WEIGHT * candidate.fused;
      return { ...candidate, logit, sentenceLogits: [], score };
    });
  };
  const ranked: Ranked[] = [];
  for (const round of [...READING_ROUNDS, candidates.length]) {
    if (isSettled(ranked, candidates[ranked.length])) break;
    ranked.push(...(await read(candidates.slice(ranked.length, ranked.length + round))));
  }
  return ranked.sort(byScore);
}

function isSettled(read: readonly Ranked[], next: Candidate | undefined): boolean {
  if (!next) return true;
  const best = Math.max(...read.map(({ logit }) => logit));
  const lead = (read[0]?.fused ?? 0) - next.fused;
  return best > SETTLED_LOGIT && lead > SETTLED_LEAD;
}

/**
 * Reads the sentences of the best passages one by one, and orders these passages anew: a passage
 * answers by one of its sentences. A sentence that asks does not answer, so it is not read.
 */
export async function rankSentences(
  ranked: readonly Ranked[],
  reading: Reading,
): Promise<Ranked[]> {
  const { query, reranker, relevance } = reading;
  const best = ranked.slice(0, SENTENCE_DEPTH);
  const read = best.map(({ passage }) => sentencesToRead(passage, relevance(passage)));
  const texts = best.flatMap(({ passage }, index) =>
    (read[index] as number[]).map((place) => sentenceText(passage, place, place, reading)),
  );
  const logits = (await reranker.rerank(query, texts))[Symbol.iterator]();
  const again = best.map((candidate, index) => {
    const sentenceLogits = candidate.passage.sentences.map((): number | undefined => undefined);
    for (const place of read[index] as number[]) sentenceLogits[place] = logits.next().value;
    const known = sentenceLogits.filter((logit) => logit !== undefined);
    const bestSentence = known.length > 0 ? Math.max(...known) : ONLY_QUESTIONS_LOGIT;
    const score = candidate.score + SENTENCE_WEIGHT * bestSentence;
    return { ...candidate, sentenceLogits, bestSentence, score };
  });
  return [...again.sort(byScore), ...ranked.slice(SENTENCE_DEPTH)];
}

/**
 * Reads the best sentences of one passage again, each with the sentence before it in front: who
 * "she" is and what "it" was often stands there. Their logits become the weighted mean of both.
 */
export async function rereadSentences(candidate: Ranked, reading: Reading): Promise<Ranked> {
  const { passage, sentenceLogits } = candidate;
  const places = [...sentenceLogits.keys()]
    .filter((place) => sentenceLogits[place] !== undefined)
    .sort((a, b) => (sentenceLogits[b] as number) - (sentenceLogits[a] as number))
    .slice(0, REREAD_SENTENCES);
  if (places.length < 2) return candidate;
  const logits = await reading.reranker.rerank(
    reading.query,
    places.map((place) => sentenceText(passage, Math.max(place - 1, 0), place, reading)),
  );
  const again: Ranked['sentenceLogits'] = sentenceLogits.map(() => undefined);
  for (const [index, place] of places.entries()) {
    const alone = sentenceLogits[place] as number;
    again[place] = (alone + REREAD_WEIGHT * (logits[index] as number)) / (1 + REREAD_WEIGHT);
  }
  return { ...candidate, sentenceLogits: again };
}

/** All sentences of a short passage; of a long one those that share most with the question. */
function sentencesToRead({ sentences }: Passage, relevance: readonly number[]): number[] {
  return [...sentences.keys()]
    .filter((place) => !asks(sentences[place]?.plain ?? ''))
    .sort((a, b) => (relevance[b] as number) - (relevance[a] as number) || a - b)
    .slice(0, MAX_SENTENCES_READ)
    .sort((a, b) => a - b);
}

function sentenceText(
  passage: Passage,
  first: number,
  last: number,
  { textOf, introductionOf }: Reading,
): ModelText {
  const sentences = passage.sentences.slice(first, last + 1).map(({ plain }) => plain);
  const introduction = introductionOf(passage);
  if (introduction) sentences.unshift(introduction);
  return { head: textOf(passage).head, body: sentences.join(' ') };
}

function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score;
}
