import type { Answer, Quote } from '../passage.ts';
import { SHOWN_FROM } from './calibration.ts';

/** Longest marked sentence, in characters, of an answer that is shown with more than one quote. */
const MAX_BESIDE_OTHERS = 200;
/** Most quotes of one answer that a reader sees at once. */
const MAX_AT_ONCE = 2;

/**
 * The answer with those of its quotes that a reader is shown first: one, and another where that
 * probably answers, too, and both fit one glance, or the two that differ. The others come after them in the answer, so
 * that "more" can go on from there.
 */
export function atAGlance(answer: Answer): Answer {
  const { status } = answer;
  if (status === 'missed' || status === 'cited' || status === 'listed') return answer;
  if (answer.differing) return { ...answer, quotes: answer.differing };
  const [first, ...others] = answer.quotes;
  const isShort = ({ marked }: Quote) => marked.text.length <= MAX_BESIDE_OTHERS;
  const more: Quote[] = [];
  for (const quote of others) {
    const isElsewhere = quote.passageId !== first.passageId;
    const fits = isShort(first) && isShort(quote) && more.length < MAX_AT_ONCE - 1;
    if (!isElsewhere || !fits || quote.score < SHOWN_FROM) break;
    more.push(quote);
  }
  return { ...answer, quotes: [first, ...more] };
}
