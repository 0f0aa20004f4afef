import type { Words } from '../locales/words.ts';
import { MAX_QUESTION } from '../questions/clean-question.ts';
import type { Refusal } from '../questions/desk.ts';

/** Why there is no answer, and what to do. */
export function refusalText(refusal: Refusal, words: Words): string {
  switch (refusal.kind) {
    case 'busy':
      return {
        member: words.memberBusy,
        guild: words.guildBusy,
        queue: words.queueBusy,
      }[refusal.who](refusal.seconds);
    case 'stopping':
      return words.stopping;
    case 'away':
      return words.away;
    case 'empty':
      return words.noWord;
    case 'too-long':
      return words.tooLong(refusal.length, MAX_QUESTION);
    case 'failed':
      return words.failed(refusal.errorId);
  }
}
