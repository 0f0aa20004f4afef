import { asks } from '../corpus/index.ts';
import type { ReadableText } from '../inference/types.ts';
import type { Reading } from './reading.ts';
import {
  FUSED_WEIGHT,
  LEAST_SENTENCE,
  MAX_SENTENCES_READ,
  READING_ROUNDS,
  SENTENCE_DEPTH,
  SENTENCE_REACH,
  SENTENCE_WEIGHT,
  SETTLED_LEAD,
  SETTLED_LOGIT,
} from './tuning.ts';
import type { Candidate } from './types.ts';

/** A candidate that the cross-encoder has read. */
export interface Ranked extends Candidate {
  /** The cross-encoder's logit for the passage. */
  logit: number;
  /** Log-odds that the passage says what is asked, by the cross-encoder's inner layers. */
  said: number;
  /** By the same layers how much each sentence looks like the one that answers. */
  sentences: number[];
  /** The greatest of these. */
  bestSentence: number;
  /** The greatest logit of one of its sentences alone; undefined where none was read alone. */
  sentenceLogit?: number;
  /** What the order is by: a weighted sum of the logits and the fused score. */
  score: number;
}

/**
 * Reads the candidates together with the question, and puts the best first. Where those read so far
 * settle the matter the others are not read, and left out.
 */
export async function rankPassages(
  candidates: readonly Candidate[],
  reading: Reading,
): Promise<Ranked[]> {
  const ranked: Ranked[] = [];
  for (const round of [...READING_ROUNDS, candidates.length]) {
    if (isSettled(ranked, candidates[ranked.length])) break;
    ranked.push(...(await read(candidates.slice(ranked.length, ranked.length + round), reading)));
  }
  return ranked.sort(byScore);
}

/**
 * Reads the best sentences of each of the best passages alone, and orders these passages anew: a
 * passage answers by one of its sentences, and what stands around it may only look like the answer.
 * A passage that is far behind the first one stays there, and its sentences are not read.
 */
export async function rankSentences(
  ranked: readonly Ranked[],
  { query, reranker, textOf, sentencesOf, introductionOf }: Reading,
): Promise<Ranked[]> {
  const least = (ranked[0]?.score ?? 0) - SENTENCE_REACH;
  const best = ranked.slice(0, SENTENCE_DEPTH).filter(({ score }) => score >= least);
  const texts = best.map((candidate) => {
    const { head } = textOf(candidate.passage);
    const introduction = introductionOf(candidate.passage);
    return bestSentences(candidate, sentencesOf(candidate.passage)).map((sentence) => {
      return { head, body: [introduction, sentence].join(' ').trim(), sentences: [] };
    });
  });
  const readings = await reranker.read(query, texts.flat());
  let read = 0;
  const again = best.map((candidate, index) => {
    const own = readings.slice(read, read + (texts[index] as ReadableText[]).length);
    read += own.length;
    const sentenceLogit = Math.max(LEAST_SENTENCE, ...own.map(({ logit }) => logit));
    const score = candidate.score + SENTENCE_WEIGHT * sentenceLogit;
    return { ...candidate, sentenceLogit, score };
  });
  return [...again.sort(byScore), ...ranked.slice(best.length)];
}

function bestSentences({ sentences }: Ranked, texts: readonly string[]): string[] {
  return texts
    .map((text, place) => ({ text, score: sentences[place] as number }))
    .filter(({ text }) => !asks(text))
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_SENTENCES_READ)
    .map(({ text }) => text);
}

async function read(
  candidates: readonly Candidate[],
  { query, reranker, textOf }: Reading,
): Promise<Ranked[]> {
  const readings = await reranker.read(
    query,
    candidates.map(({ passage }) => textOf(passage)),
  );
  return readings.map(({ logit, said, sentences: scores }, index) => {
    const candidate = candidates[index] as Candidate;
    // A sentence that asks does not answer.
    const sentences = candidate.passage.sentences.map(({ plain }, place) =>
      asks(plain) ? LEAST_SENTENCE : Math.max(scores[place] as number, LEAST_SENTENCE),
    );
    const bestSentence = Math.max(...sentences);
    const score = logit + FUSED_WEIGHT * candidate.fused;
    return { ...candidate, logit, said, sentences, bestSentence, score };
  });
}

function isSettled(read: readonly Ranked[], next: Candidate | undefined): boolean {
  if (!next) return true;
  const best = Math.max(...read.map(({ logit }) => logit));
  const lead = (read[0]?.fused ?? 0) - next.fused;
  return best > SETTLED_LOGIT && lead > SETTLED_LEAD;
}

function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score;
}
