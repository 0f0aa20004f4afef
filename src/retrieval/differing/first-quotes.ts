import type { Quote } from '../../passage.ts';
import type { DifferingQuotes } from './differing-quotes.ts';

type Quotes = [Quote, ...Quote[]];

/**
 * The best `top` quotes. Two that differ are among them, in the place of the last ones; where there
 * is no room for them beside the best one, they are not said to differ.
 *
 * @param quotes best first
 */
export function firstQuotes(
  quotes: Quotes,
  differing: DifferingQuotes | undefined,
  top: number,
): { quotes: Quotes; differing?: DifferingQuotes } {
  const [best, ...others] = quotes;
  const wanted = new Set(differing && [best, ...differing]);
  if (!differing || wanted.size > top) return { quotes: [best, ...others.slice(0, top - 1)] };
  for (const quote of others) if (wanted.size < top) wanted.add(quote);
  return { quotes: [best, ...others.filter((quote) => wanted.has(quote))], differing };
}
