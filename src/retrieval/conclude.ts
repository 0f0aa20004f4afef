import type { Quote } from '../passage.ts';
import type { Shelf } from '../store/types.ts';
import { FURTHER_QUOTES_FROM } from './calibration.ts';
import { chooseQuotes } from './choose-quotes.ts';
import { featuresOf, probabilityOf } from './confidence.ts';
import type { Ranked } from './rank.ts';
import type { Reading } from './reading.ts';
import { statusOf } from './status.ts';
import { CLOSE_SENTENCE, SHARE_TEMPERATURE } from './tuning.ts';

export type Conclusion = {
  confidence: number;
  features: Readonly<Record<string, number>> | undefined;
} & (
  | { status: 'answered' | 'likely' | 'near'; quotes: [Quote, ...Quote[]] }
  | { status: 'missed'; quotes: [] }
);

/**
 * What the reader gets: quotes if the best passage is likely enough to answer, else none. Further
 * quotes are those that may well answer too.
 *
 * @param ranked best first
 * @param top the greatest number of quotes
 * @throws QuoteMismatchError when a stored passage is not its article's own text.
 */
export function conclude(
  ranked: readonly Ranked[],
  top: number,
  reading: Reading,
  store: Shelf,
): Conclusion {
  const judged = ranked.map((candidate) => {
    const features = featuresOf(candidate, ranked, reading, store);
    return { ranked: candidate, features, probability: probabilityOf(features) };
  });
  const [best] = judged;
  const judgement = { confidence: best?.probability ?? 0, features: best?.features };
  if (!best || statusOf(best.probability) === 'missed') {
    return { status: 'missed', quotes: [], ...judgement };
  }

  const likely = judged.filter((one) => one === best || one.probability >= FURTHER_QUOTES_FROM);
  const [quote, ...more] = chooseQuotes(
    likely.map((each) => ({
      ...each,
      weights: sentenceShares(each.ranked),
      close: CLOSE_SENTENCE,
    })),
    top,
    FURTHER_QUOTES_FROM,
    store,
  );
  // What is not worth quoting was passed over.
  const status = statusOf(quote?.score ?? 0);
  if (!quote || status === 'missed') return { status: 'missed', quotes: [], ...judgement };
  return { ...judgement, status, quotes: [quote, ...more], confidence: quote.score };
}

/**
 * What share of the answer each sentence of a passage has: a softmax over its scores, of a high
 * temperature, so that a second excerpt of a long passage has a chance.
 */
function sentenceShares({ sentences, bestSentence }: Ranked): number[] {
  const powers = sentences.map((score) => Math.exp((score - bestSentence) / SHARE_TEMPERATURE));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
