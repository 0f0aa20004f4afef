import type { Child } from './child-process.ts';
import type { Job } from './job-queue.ts';
import { type ModelRole, roleOf } from './protocol.ts';

/** Loading a model takes about as long as this many runs. */
const COST_OF_LOADING = 5;

/** A child and what is known of it. */
export interface Slot {
  child: Child;
  loaded: Set<ModelRole>;
  /** What it was asked to load and has not loaded yet. */
  loading: Set<ModelRole>;
  /** For how long it has said nothing although it had something to do: see patience.ts. */
  silentMs: number;
  /** How often in a row a child died here that had nothing to do. */
  deaths: number;
  /** What the child is doing, and the next thing it has to do. */
  jobs: Job[];
}

/**
 * The slot whose child can begin a job soonest; undefined when none should have it yet. A child
 * that has its next job already does not wait for this process between two runs. The last jobs are
 * kept back, so that none waits at one child while another has nothing to do.
 *
 * @param waiting how many jobs of the same urgency wait, this one among them.
 */
export function slotFor(job: Job, slots: readonly Slot[], waiting: number): Slot | undefined {
  const mostAhead = waiting > slots.length ? 1 : 0;
  const role = roleOf(job.task);
  const cost = ({ jobs, loaded }: Slot) => jobs.length + (loaded.has(role) ? 0 : COST_OF_LOADING);
  return slots
    .filter(({ jobs }) => {
      // A job that a child died with is done alone, to find out which one it was.
      if (job.deaths > 0) return jobs.length === 0;
      if (jobs.some(({ deaths }) => deaths > 0)) return false;
      return jobs.filter(({ urgent }) => urgent === job.urgent).length <= mostAhead;
    })
    .toSorted((a, b) => cost(a) - cost(b))[0];
}
