import type { Quote } from '../../passage.ts';
import { card, line, type Reply, reply, text } from './components.ts';
import type { ViewContext } from './context.ts';
import { LIMITS } from './limits.ts';
import { showQuotes } from './quotes.ts';

/** The passages nearest to a text, as a message. */
export function renderSimilar(quotes: readonly Quote[], context: ViewContext): Reply {
  const { words, report } = context;
  if (quotes.length === 0) return line(words.nothingMore);
  const shown = showQuotes(quotes, context, {
    room: LIMITS.text - words.similar.length,
    height: Number.POSITIVE_INFINITY,
    isBold: true,
  });
  if (shown.components.length === 0) {
    return line(words.failed(shown.errorId ?? report(new Error('No quote to show.'), 'similar')));
  }
  return reply(card([text(words.similar), ...shown.components]));
}
