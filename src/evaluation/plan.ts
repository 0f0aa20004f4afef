import { articleIdOf } from '../store/shelf.ts';
import type { PassageStore } from '../store/types.ts';
import type { EvalQuestion, QuestionKind } from './evaluation-set.ts';
import { withoutPassages } from './hidden-passage-store.ts';
import type { Protocol } from './outcome.ts';
import { seededRandom } from './random.ts';

/** One question to be asked, and of what. */
export interface Asking {
  question: EvalQuestion;
  protocol: Protocol;
  seed: number;
  store: PassageStore;
  /** Search these articles only. */
  articleIds?: string[];
}

/**
 * At most `count` questions of every kind, in random order, so that a run that is broken off has
 * seen a fair part.
 */
export function sampleQuestions(
  questions: readonly EvalQuestion[],
  count: number,
  seed: number,
): EvalQuestion[] {
  const left = new Map<QuestionKind, number>();
  return seededRandom(seed)
    .pick(questions, questions.length)
    .filter(({ kind }) => {
      const taken = left.get(kind) ?? 0;
      left.set(kind, taken + 1);
      return taken < count;
    });
}

/** Every question, asked of the whole set. */
export function askWhole(questions: readonly EvalQuestion[], store: PassageStore): Asking[] {
  return questions.map((question) => ({ question, protocol: 'whole', seed: 0, store }));
}

/**
 * Leaves a share of the articles out at random, once for each seed, and asks all answerable
 * questions of the rest: those whose articles are gone are `outside` now. Nothing is embedded
 * again; idf stays that of the whole set.
 */
export function askHeldOut(
  questions: readonly EvalQuestion[],
  store: PassageStore,
  heldOut: { share: number; seeds: number; firstSeed: number },
): Asking[] {
  const ids = store.articles().map(({ id }) => id);
  const answerable = questions.filter(({ kind }) => kind === 'answerable');
  return Array.from({ length: heldOut.seeds }, (_, index) => heldOut.firstSeed + index).flatMap(
    (seed) => {
      const out = new Set(seededRandom(seed).pick(ids, Math.round(heldOut.share * ids.length)));
      const articleIds = ids.filter((id) => !out.has(id));
      return answerable.map((question): Asking => {
        const gold = question.gold.filter(({ passageId }) => !out.has(articleIdOf(passageId)));
        const asked = gold.length > 0 ? { ...question, gold } : unanswerable(question, 'outside');
        return { question: asked, protocol: 'held-out', seed, store, articleIds };
      });
    },
  );
}

/** Asks every answerable question of the whole set without the passages that answer it. */
export function askWithoutGold(questions: readonly EvalQuestion[], store: PassageStore): Asking[] {
  return questions
    .filter(({ kind }) => kind === 'answerable')
    .map((question) => ({
      question: unanswerable(question, 'near-miss'),
      protocol: 'without-gold',
      seed: 0,
      store: withoutPassages(
        store,
        question.gold.map(({ passageId }) => passageId),
      ),
    }));
}

function unanswerable(
  { references: _, ...question }: EvalQuestion,
  kind: QuestionKind,
): EvalQuestion {
  return { ...question, kind, gold: [] };
}
