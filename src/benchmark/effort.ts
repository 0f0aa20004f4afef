/** How much is measured: the more, the less noise there is in it. */
export interface Effort {
  /** How often the systems are measured in turn. */
  rounds: number;
  /** Rounds of searches, which take less time and need more of them. */
  searchRounds: number;
  /** How long those may take for one size, in milliseconds. */
  searchMs: number;
  /** Searches of one system in such a round. */
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
  searchRounds: 15,
  searchMs: 15_000,
  searches: 5,
  manyQuestions: 1_000,
  manyQuestionsMs: 30_000,
  passages: 40,
  questions: 10,
  askers: [1, 4, 16],
  sizes: [1_000, 10_000, 50_000],
};

/** For CI: a minute and a half on two busy cores. */
export const SHORT: Effort = {
  rounds: 2,
  searchRounds: 6,
  searchMs: 4_000,
  searches: 5,
  manyQuestions: 50,
  manyQuestionsMs: 1_000,
  passages: 10,
  questions: 3,
  askers: [4],
  sizes: [2_000],
};
