import type { Shelf } from '../../store/types.ts';
import { chooseQuotes } from '../choose-quotes.ts';
import type { Conclusion } from '../conclude.ts';
import type { Reading } from '../reading.ts';
import type { Candidate } from '../types.ts';
import { byWordsProbability, FURTHER_BY_WORDS_FROM, statusByWords } from './judge-by-words.ts';

/**
 * What the reader gets where no cross-encoder knows the language: quotes in the order of the two
 * searches. Of a passage that sentence is marked that holds most of the question's terms.
 *
 * @param candidates best first
 * @param top the greatest number of quotes
 * @throws QuoteMismatchError when a stored passage is not its article's own text.
 */
export function concludeByWords(
  candidates: readonly Candidate[],
  top: number,
  { relevance }: Reading,
  store: Shelf,
): Conclusion {
  const scored = candidates.map((candidate) => ({
    ranked: candidate,
    probability: byWordsProbability(featuresOf(candidate, candidates)),
    weights: relevance(candidate.passage),
  }));
  const [best] = scored;
  const judgement = {
    confidence: best?.probability ?? 0,
    features: best && featuresOf(best.ranked, candidates),
  };
  const missed: Conclusion = { status: 'missed', quotes: [], ...judgement };
  if (!best || statusByWords(best.probability) === 'missed') return missed;
  const likely = scored.filter((one) => one === best || one.probability >= FURTHER_BY_WORDS_FROM);
  const [quote, ...more] = chooseQuotes(likely, top, FURTHER_BY_WORDS_FROM, store);
  const status = statusByWords(quote?.score ?? 0);
  if (!quote || status === 'missed') return missed;
  return { ...judgement, status, quotes: [quote, ...more], confidence: quote.score };
}

function featuresOf({ passage, lexical, fused }: Candidate, all: readonly Candidate[]) {
  const others = all.filter((other) => other.passage.id !== passage.id);
  const next = Math.max(...others.map((other) => other.fused));
  return { lexical, lead: others.length > 0 ? fused - next : lexical };
}
