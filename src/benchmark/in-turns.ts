import { RefusedError } from './child/measured-child.ts';

/** What one system gave over all rounds: samples, and why there are none or no more. */
export interface Turns<S extends string> {
  system: S;
  samples: (number | undefined)[];
  note?: string;
}

/** @returns the samples of one system in one round, counted from 0 with the warm-ups */
export type Measure<S extends string> = (
  system: S,
  round: number,
) => Promise<readonly (number | undefined)[]>;

export interface TurnOptions {
  rounds: number;
  /** Rounds before the first whose samples are kept. */
  warmUps: number;
  /** After which no more rounds begin, but for the first two that count. */
  atMostMs?: number;
  signal: AbortSignal;
}

/** Rounds that count, however long they take. */
const MIN_ROUNDS = 2;

/**
 * Measures systems in turn, round after round, so that whatever else the machine does falls on all
 * of them; each round begins with another one. A system that refuses is left out from then on, and
 * its reason kept.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function inTurns<S extends string>(
  systems: readonly S[],
  measure: Measure<S>,
  { rounds, warmUps, atMostMs = Number.POSITIVE_INFINITY, signal }: TurnOptions,
): Promise<Turns<S>[]> {
  const turns: Turns<S>[] = systems.map((system) => ({ system, samples: [] }));
  let began = performance.now();
  for (let round = 0; round < warmUps + rounds; round++) {
    // Making and opening an index, which the warm-up does, is no measuring.
    if (round === warmUps) began = performance.now();
    if (round >= warmUps + MIN_ROUNDS && performance.now() - began > atMostMs) break;
    for (const i of turns.keys()) {
      const turn = turns[(i + round) % turns.length] as Turns<S>;
      if (turn.note !== undefined) continue;
      try {
        const samples = await measure(turn.system, round);
        if (round >= warmUps) turn.samples.push(...samples);
      } catch (error) {
        if (!(error instanceof RefusedError) || signal.aborted) throw error;
        turn.note = error.message;
      }
    }
  }
  return turns;
}
