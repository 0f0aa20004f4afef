/** How much is measured: the more, the less noise there is in it. */
export interface Effort {
  /** How often the systems are measured in turn. */
  rounds: number;
  /** Searches of one system in a round. */
  searches: number;
  /** Questions after which memory is measured again … */
  manyQuestions: number;
  /** … or those of this time, where a system takes longer for them. */
  manyQuestionsMs: number;
  /** Passages that are embedded in a round. */
  passages: number;
  /** Questions to the whole pipeline in a round. */
  questions: number;
  /** How many ask at once. */
  askers: readonly number[];
  /** Numbers of passages. */
  sizes: readonly number[];
}

export const LONG: Effort = {
  rounds: 5,
  searches: 20,
  manyQuestions: 1_000,
  manyQuestionsMs: 30_000,
  passages: 40,
  questions: 10,
  askers: [1, 4, 16],
  sizes: [1_000, 10_000, 50_000],
};

/** For CI: a minute and a half on two busy cores. */
export const SHORT: Effort = {
  rounds: 3,
  searches: 10,
  manyQuestions: 100,
  manyQuestionsMs: 3_000,
  passages: 12,
  questions: 4,
  askers: [1, 4],
  sizes: [1_000, 3_000],
};
