import type { Embedder } from '../inference/types.ts';
import { type AskAllOptions, askAll } from './ask-all.ts';
import { openEmbeddedSet } from './embedded-set.ts';
import type { EvaluationSet, QuestionKind } from './evaluation-set.ts';
import { type Perturbation, perturb } from './perturb.ts';
import { askHeldOut, askWhole, askWithoutGold, sampleQuestions } from './plan.ts';
import { type Run, summariseRun } from './run.ts';

export interface EvaluateOptions extends Pick<AskAllOptions, 'retrieverOf'> {
  embedder: Embedder;
  cacheDir: string;
  /** Make the index anew from the stored vectors. */
  rebuild?: boolean;
  /** Ask questions of these kinds only. */
  kinds?: readonly QuestionKind[];
  /** Ask questions about the articles with these ids only. */
  about?: readonly string[];
  /** How many questions of every kind, at most. */
  sample?: number;
  /** For the sample, and the first of the seeds of `heldOut`. */
  seed: number;
  /** The share of articles to leave out, and how often. */
  heldOut?: { share: number; seeds: number };
  withoutGold?: boolean;
  /** Ask the questions as somebody might type them. */
  perturb?: Perturbation;
  /** Called when the last question was asked; what is left is to measure. */
  onAsked?: () => void;
  onProgress?: (step: string, progress: { done: number; total: number }) => void;
  /** Ends the asking early; what was asked until then is measured. While embedding, it throws. */
  signal?: AbortSignal;
}

/** Asks a set's questions in all the ways that are wanted, judges the answers and measures. */
export async function evaluate(set: EvaluationSet, options: EvaluateOptions): Promise<Run> {
  const { embedder, seed, heldOut, onProgress, signal } = options;
  const store = await openEmbeddedSet(set, {
    ...options,
    onProgress: (progress) => onProgress?.('embedding', progress),
  });
  const { kinds, about, perturb: how } = options;
  const wanted = set.questions.filter(
    ({ kind, articleId = '' }) =>
      (kinds?.includes(kind) ?? true) && (about?.includes(articleId) ?? true),
  );
  const sample = sampleQuestions(wanted, options.sample ?? Infinity, seed);
  const questions = how ? sample.map((question) => perturb(question, how, seed)) : sample;
  const askings = [
    ...askWhole(questions, store),
    ...(heldOut ? askHeldOut(questions, store, { ...heldOut, firstSeed: seed }) : []),
    ...(options.withoutGold ? askWithoutGold(questions, store) : []),
  ];
  const outcomes = await askAll(askings, {
    retrieverOf: options.retrieverOf,
    onProgress: (progress) => onProgress?.('asking', progress),
    ...(signal && { signal }),
  });
  options.onAsked?.();
  return summariseRun(
    {
      set: how ? `${set.name}, ${how}` : set.name,
      model: embedder.profile.model,
      articles: store.manifest.articles,
      passages: store.manifest.passages,
      left: askings.length - outcomes.length,
    },
    outcomes,
  );
}
