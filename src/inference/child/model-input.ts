import type { ModelText, Span } from '../../passage.ts';
import type { ReadableText } from '../types.ts';
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
  // SentencePiece would make the space before a text a token of its own.
  const front = [...tokenizer.tokens(prefix.trimEnd()), ...headTokens(tokenizer, text, maxTokens)];
  const body = tokenizer.tokens(text.body);
  const room = maxTokens - tokenizer.added.one - front.length;
  const starts = windowStarts(body.length, room);
  const start = starts[window] ?? 0;
  return {
    input: tokenizer.encode([...front, ...body.slice(start, start + room)]),
    windows: starts.length,
  };
}

/** The input for a question beside a passage, and which of its tokens are what. */
export interface PairInput {
  input: Encoded;
  /** The tokens of the question. */
  question: Span;
  /** The tokens of each sentence; none where it was cut off. */
  sentences: Span[];
}

/** The passage is cut to what the question leaves. */
export function pairInput(
  tokenizer: Tokenizer,
  query: string,
  text: ReadableText,
  maxTokens: number,
): PairInput {
  const question = tokenizer.tokens(query).slice(0, MAX_QUERY_TOKENS);
  const room = maxTokens - tokenizer.added.two - question.length;
  const passage = headTokens(tokenizer, text, maxTokens);
  const starts = text.sentences.map(({ start }) => start);
  passage.push(...tokenizer.tokens(text.body.slice(0, starts[0])));
  const places = starts.map((start, index) => {
    const from = Math.min(passage.length, room);
    passage.push(...tokenizer.tokens(text.body.slice(start, starts[index + 1])));
    return { start: from, end: Math.min(passage.length, room) };
  });
  // [CLS] question [SEP] passage [SEP]
  const before = question.length + 2;
  return {
    input: tokenizer.encode(question, passage.slice(0, room)),
    question: { start: 1, end: 1 + question.length },
    sentences: places.map(({ start, end }) => ({ start: start + before, end: end + before })),
  };
}

function headTokens(tokenizer: Tokenizer, { head }: ModelText, maxTokens: number): string[] {
  const sentence = !head || /\p{Sentence_Terminal}$/u.test(head) ? head : `${head}.`;
  const most = Math.min(MAX_HEAD_TOKENS, Math.floor(maxTokens * MAX_HEAD_SHARE));
  return tokenizer.tokens(sentence).slice(0, most);
}
