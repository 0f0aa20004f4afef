import type { CheckOutcome, Outcome, SimilarOutcome } from './desk.ts';

/** Is told what becomes of what members ask; for whoever counts it. */
export interface DeskWatcher {
  /**
   * A question, a search or a check of a quotation is done with. Nothing is told of what the bot
   * asks for itself.
   *
   * @param seconds from its arrival at the desk; 0 where it was turned away at once
   */
  done(outcome: Outcome | SimilarOutcome | CheckOutcome, seconds: number): void;
  /** A job has its turn, after this wait in the queue. */
  waited(seconds: number): void;
}
