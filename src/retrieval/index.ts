export { MAX_QUESTION_LENGTH, parseQuestion } from './question.ts';
export { createRetriever, type RetrieverOptions } from './retriever.ts';
export type { Retriever, Trace } from './types.ts';
export { verifyQuote } from './verify.ts';
