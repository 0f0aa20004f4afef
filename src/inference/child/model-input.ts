import type { ModelText } from '../../passage.ts';
import type { Encoded, Tokenizer } from './tokenizer.ts';
import { windowStarts } from './windows.ts';

/** Tokens of a title and headings that are read at most: the passage needs the room. */
export const MAX_HEAD_TOKENS = 96;
/** The head's largest share of a short input. */
const MAX_HEAD_SHARE = 0.25;
/** Tokens of a question that the reranker reads at most. */
export const MAX_QUERY_TOKENS = 128;

/** The input for a question, cut to what the embedding model takes. */
export function queryInput(
  tokenizer: Tokenizer,
  text: string,
  { prefix, maxTokens }: { prefix: string; maxTokens: number },
): Encoded {
  const tokens = tokenizer.tokens(prefix + text);
  return tokenizer.encode(tokens.slice(0, maxTokens - tokenizer.added.one));
}

/** The input for one window of a passage, and how many windows it has. */
export function passageInput(
  tokenizer: Tokenizer,
  text: ModelText,
  { prefix, maxTokens, window }: { prefix: string; maxTokens: number; window: number },
): { input: Encoded; windows: number } {
  const front = [...tokenizer.tokens(prefix), ...headTokens(tokenizer, text, maxTokens)];
  const body = tokenizer.tokens(text.body);
  const room = maxTokens - tokenizer.added.one - front.length;
  const starts = windowStarts(body.length, room);
  const start = starts[window] ?? 0;
  return {
    input: tokenizer.encode([...front, ...body.slice(start, start + room)]),
    windows: starts.length,
  };
}

/** The input for a question beside a passage; the passage is cut to what the question leaves. */
export function pairInput(
  tokenizer: Tokenizer,
  query: string,
  text: ModelText,
  maxTokens: number,
): Encoded {
  const question = tokenizer.tokens(query).slice(0, MAX_QUERY_TOKENS);
  const passage = [...headTokens(tokenizer, text, maxTokens), ...tokenizer.tokens(text.body)];
  return tokenizer.encode(
    question,
    passage.slice(0, maxTokens - tokenizer.added.two - question.length),
  );
}

function headTokens(tokenizer: Tokenizer, { head }: ModelText, maxTokens: number): string[] {
  const sentence = !head || /\p{Sentence_Terminal}$/u.test(head) ? head : `${head}.`;
  const most = Math.min(MAX_HEAD_TOKENS, Math.floor(maxTokens * MAX_HEAD_SHARE));
  return tokenizer.tokens(sentence).slice(0, most);
}
