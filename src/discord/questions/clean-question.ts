import { oneLine } from '../text/escape.ts';

/** Longest question, in characters: issue-long texts are no questions, and models read 512 tokens. */
export const MAX_QUESTION = 500;

export type Cleaned =
  | { kind: 'question'; text: string }
  | { kind: 'empty' }
  | { kind: 'too-long'; length: number };

/** What a member wrote as a question: one line, mentions as nothing, at most 500 characters. */
export function cleanQuestion(written: string): Cleaned {
  const text = oneLine(
    written.replace(/<(?:@[!&]?|#)\d{15,20}>/gu, ' ').replace(/<a?:(\w+):\d{15,20}>/gu, ':$1:'),
  );
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'empty' };
  return text.length > MAX_QUESTION
    ? { kind: 'too-long', length: text.length }
    : { kind: 'question', text };
}
