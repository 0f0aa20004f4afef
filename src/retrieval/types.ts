import type { Answer, Ask, AskOptions, Passage, Quote } from '../passage.ts';
import type { Hit } from '../store/types.ts';

/** A passage that may answer, with what each search says of it. */
export interface Candidate {
  passage: Passage;
  /** BM25 score as a share of the greatest that the question's terms allow; 0 or more. */
  lexical: number;
  /** Cosine of the question's and the passage's vectors. */
  dense: number;
  /** Weighted sum of the two. */
  fused: number;
}

/** What the probability is computed from. */
export type FeatureName =
  | 'logit'
  | 'said'
  | 'sentence'
  | 'margin'
  | 'lead'
  | 'dense'
  | 'missingNames';
export type Features = Record<FeatureName, number>;

/** Everything that was computed on the way to an answer. */
export interface Trace {
  answer: Answer;
  /** Each best first. */
  stages: { lexical: Hit[]; dense: Hit[]; fused: Hit[]; reranked: Hit[] };
  /** Wall-clock seconds of each step. */
  seconds: {
    embed: number;
    lexical: number;
    dense: number;
    rerank: number;
    total: number;
  };
  /** What the confidence was computed from. */
  features: Record<string, number>;
}

export interface Retriever {
  ask: Ask;
  /** The passages nearest to a text of any kind, best first, as quotes; for "find in articles". */
  similar(text: string, k: number): Promise<Quote[]>;
  /** Like `ask`, and tells how it came about; for measuring. */
  trace(question: string, options?: AskOptions): Promise<Trace>;
}
