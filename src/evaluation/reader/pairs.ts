import type { Embedder } from '../../inference/types.ts';
import type { Passage } from '../../passage.ts';
import { fuse } from '../../retrieval/candidates.ts';
import { createReading } from '../../retrieval/reading.ts';
import { readingList, worthReading } from '../../retrieval/reading-list.ts';
import { CANDIDATES_PER_SEARCH } from '../../retrieval/tuning.ts';
import type { Candidate } from '../../retrieval/types.ts';
import { articleIdOf } from '../../store/shelf.ts';
import type { PassageStore } from '../../store/types.ts';
import type { EvalQuestion } from '../evaluation-set.ts';

/** A question and a passage that are to be read together. */
export interface Pair {
  question: EvalQuestion;
  passage: Passage;
  /** The passage is the one that the question was written for. */
  isOwn: boolean;
  /** Indexes of the sentences that hold the exact answer; empty where the passage does not answer. */
  answers: number[];
  /** What the searches say of the passage, where they were asked. */
  found?: Pick<Candidate, 'fused' | 'dense' | 'lexical'>;
}

/** A question with the passage that it was written for, be it answered there or not. */
export async function ownPair(question: EvalQuestion, store: PassageStore): Promise<Pair[]> {
  const id = question.gold[0]?.passageId ?? question.passageId ?? '';
  const passage = (await store.read([articleIdOf(id)])).passage(id);
  if (!passage) return [];
  return [{ question, passage, isOwn: true, answers: answersIn(passage, question) }];
}

/** A question with the first passages that would be read for an answer. */
export async function foundPairs(
  question: EvalQuestion,
  count: number,
  store: PassageStore,
  embedder: Pick<Embedder, 'embedQuery'>,
): Promise<Pair[]> {
  const query = question.question;
  const lexical = await store.searchKeywords(query, CANDIDATES_PER_SEARCH);
  const vector = await embedder.embedQuery(query);
  const dense = await store.searchVectors(vector, CANDIDATES_PER_SEARCH);
  const worth = worthReading(fuse(query, lexical, dense, store));
  const shelf = await store.read(worth.map(({ passage }) => passage.articleId));
  // Only the texts are made here: nothing is read.
  const { relevance } = createReading(query, { read: async () => [] }, shelf);
  const own = (await ownPair(question, store))[0]?.passage.id;
  return readingList(worth, relevance, shelf)
    .slice(0, count)
    .map(({ passage, ...found }) => ({
      question,
      passage,
      isOwn: passage.id === own,
      answers: answersIn(passage, question),
      found,
    }));
}

function answersIn({ id, sentences }: Passage, { gold }: EvalQuestion): number[] {
  const spans = gold.filter(({ passageId }) => passageId === id).flatMap(({ spans }) => spans);
  return [...sentences.keys()].filter((place) => {
    const { start, end } = sentences[place] as Passage['sentences'][number];
    return spans.some((span) => start <= span.start && span.end <= end);
  });
}
