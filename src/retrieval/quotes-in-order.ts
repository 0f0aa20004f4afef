import type { Answer, Quote } from '../passage.ts';

/** The quotes of an answer as they are shown. */
export interface OrderedQuotes {
  /** The first two are of articles that differ. */
  differ: boolean;
  quotes: Quote[];
}

/** Where two articles differ, their quotes come first, the newer before the older. */
export function quotesInOrder({ quotes, differing }: Answer): OrderedQuotes {
  const all: readonly Quote[] = quotes;
  // Of an answer some quotes only may be shown.
  if (!differing?.every((quote) => all.includes(quote))) return { differ: false, quotes: [...all] };
  return { differ: true, quotes: [...new Set([...differing, ...all])] };
}
