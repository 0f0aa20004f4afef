import type { Quote } from '../../passage.ts';
import { card, line, type Reply, reply, row, text } from '../message/components.ts';
import { LIMITS } from '../text/limits.ts';
import type { QuotingView } from '../turn/turn.ts';
import { deleteButton, postRow } from './card-buttons.ts';
import { showQuotes } from './quotes.ts';

/** The passages nearest to a text, as a message. */
export function renderSimilar(quotes: readonly Quote[], view: QuotingView): Reply {
  const { words, report, shelf } = view;
  if (quotes.length === 0) return line(words.nothingMore);
  const shown = showQuotes(quotes, view, {
    room: LIMITS.text - words.similar.length,
    height: Number.POSITIVE_INFINITY,
    isBold: true,
  });
  if (shown.components.length === 0) {
    return line(words.failed(shown.errorId ?? report(new Error('No quote to show.'), 'similar')));
  }
  const marked = quotes.map(({ passageId, marked: { start } }) => {
    const sentences = shelf.passage(passageId)?.sentences ?? [];
    return Math.max(
      0,
      sentences.findIndex((sentence) => sentence.start === start),
    );
  });
  const post = postRow(view, { do: 'postFound', marked: marked.join('-') });
  const rows = deleteButton(view).map((one) => row([one]));
  return reply(card([text(words.similar), ...shown.components, ...rows, ...post]));
}
