import type { Article, Passage, Span } from '../passage.ts';

/** The common form that every format is read into. */
export interface EvaluationSet {
  name: string;
  articles: { article: Article; passages: Passage[] }[];
  questions: EvalQuestion[];
}

/**
 * - `answerable`: a passage of the set answers it.
 * - `impossible`: about a passage of the set, which does not answer it (SQuAD 2).
 * - `outside`: about something that no article of the set speaks of.
 * - `near-miss`: about something that the articles speak of without answering it.
 */
export const QUESTION_KINDS = ['answerable', 'impossible', 'outside', 'near-miss'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface EvalQuestion {
  id: string;
  question: string;
  /** What is asked instead, where the question is perturbed. */
  asked?: string;
  kind: QuestionKind;
  /** The passages that answer; empty unless the question is answerable. */
  gold: Gold[];
  /** The article that the question is about, where it is about one. */
  articleId?: string;
  /** The passage that an impossible question was written for, where that is known. */
  passageId?: string;
  /** Every character of that article that a full answer quotes. */
  references?: Span[];
}

export interface Gold {
  passageId: string;
  /** Graded relevance, above 0; 1 where the set does not grade. */
  relevance: number;
  /** The exact answers, as places in the article's text; any one of them will do. */
  spans: Span[];
}
