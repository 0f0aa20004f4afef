import { z } from 'zod';
import { STATUSES } from '../passage.ts';
import { QUESTION_KINDS } from './evaluation-set.ts';

export const STAGES = ['lexical', 'dense', 'fused', 'reranked'] as const;
export const RANK_METRICS = ['recall@1', 'recall@3', 'recall@5', 'mrr@10', 'ndcg@10'] as const;
export const PHASES = ['embed', 'lexical', 'dense', 'rerank', 'total'] as const;

/**
 * How a question was asked:
 * - `whole`: of the whole set.
 * - `held-out`: of the articles that one seed did not leave out.
 * - `without-gold`: of the whole set without the passages that answer it.
 */
const PROTOCOLS = ['whole', 'held-out', 'without-gold'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

const share = z.number().min(0).max(1);

const shownQuoteSchema = z.object({
  article: z.string(),
  paragraph: z.number(),
  text: z.string(),
  marked: z.string(),
  score: z.number(),
  /** The text is the article's own at the cited place, inside the cited passage. */
  verbatim: z.boolean(),
});

/** What came of one question, as it is written to the run's file and read back. */
export const outcomeSchema = z.object({
  id: z.string(),
  protocol: z.enum(PROTOCOLS),
  /** Which choice of left-out articles; 0 where none are left out. */
  seed: z.number(),
  /** Under this protocol: a question whose article is left out is `outside`. */
  kind: z.enum(QUESTION_KINDS),
  question: z.string(),
  /** What was asked instead, where the question was perturbed. */
  asked: z.string().optional(),
  status: z.enum(STATUSES),
  confidence: share,
  /** The first quote (or, where none is shown, the best passage) is one that answers. */
  right: z.boolean(),
  /** Figures of each stage's order; null where no passage answers. */
  stages: z.record(z.enum(STAGES), z.record(z.enum(RANK_METRICS), share)).nullable(),
  /** A quote shown holds an exact answer, at its place; null where the set names no exact answer. */
  answerShown: z.boolean().nullable(),
  /** So does one of those that a reader sees at once, before asking for more. */
  answerAtAGlance: z.boolean().nullable(),
  /** The first quote's marked sentence holds an exact answer. */
  answerMarked: z.boolean().nullable(),
  /** A quote shown holds the words of an exact answer, be it at another place. */
  wordsShown: z.boolean().nullable(),
  /** Share of the reference characters inside the first five quotes. */
  referencesCovered: share.nullable(),
  quotes: z.array(shownQuoteSchema),
  expected: z.array(
    z.object({ article: z.string(), paragraph: z.number(), answers: z.array(z.string()) }),
  ),
  seconds: z.record(z.enum(PHASES), z.number()),
  features: z.record(z.string(), z.number()),
});
export type Outcome = z.output<typeof outcomeSchema>;
export type ShownQuote = z.output<typeof shownQuoteSchema>;

/** The same for the same question under the same protocol in another run. */
export function outcomeKey({ protocol, seed, id }: Outcome): string {
  return `${protocol}/${seed}/${id}`;
}
