import { escapeMarkdown, oneLine } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';

const REASON_LENGTH = 300;

/** What an error says, as one line that is safe to show. */
export function reasonText(error: Error): string {
  return escapeMarkdown(shorten(oneLine(error.message), REASON_LENGTH));
}
