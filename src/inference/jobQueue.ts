import type { Task, TaskResult } from './protocol.ts';

/**
 * Short texts are sent to a child together up to this length, that of an ordinary passage: sending
 * costs half a millisecond, a run for a short text three. An urgent job waits no longer for it.
 */
const GROUP_CHARACTERS = 700;

/** A task that somebody waits for. */
export interface Job {
  task: Task;
  /** How long its text is. */
  characters: number;
  /** A person waits for it: goes before all that are not urgent. */
  urgent: boolean;
  /** What the jobs of one call have in common, to be dropped together. */
  batch: object;
  /** How many children died with it. */
  deaths: number;
  resolve(result: TaskResult): void;
  reject(reason: unknown): void;
}

/** The waiting jobs: urgent ones first, each kind in order of arrival. */
export class JobQueue {
  #urgent: Job[] = [];
  #bulk: Job[] = [];
  /** The bulk jobs before it are taken: shifting a long list would copy it each time. */
  #nextBulk = 0;

  add(job: Job): void {
    (job.urgent ? this.#urgent : this.#bulk).push(job);
  }

  /** Adds a job before all of its kind. */
  addFirst(job: Job): void {
    if (job.urgent) this.#urgent.unshift(job);
    else if (this.#nextBulk > 0) this.#bulk[--this.#nextBulk] = job;
    else this.#bulk.unshift(job);
  }

  peek(): Job | undefined {
    return this.#urgent[0] ?? this.#bulk[this.#nextBulk];
  }

  /**
   * Takes the next job, and with a short one that is not urgent the short ones behind it. A job
   * that a child died with is taken alone, to find out which one it was.
   */
  take(): Job[] {
    const urgent = this.#urgent.shift();
    if (urgent) return [urgent];
    const jobs: Job[] = [];
    let characters = 0;
    for (let job = this.#bulk[this.#nextBulk]; job; job = this.#bulk[this.#nextBulk]) {
      characters += job.characters;
      const isAlone = job.deaths > 0 || jobs.some(({ deaths }) => deaths > 0);
      if (jobs.length > 0 && (isAlone || characters > GROUP_CHARACTERS)) break;
      jobs.push(job);
      this.#nextBulk++;
    }
    if (this.#nextBulk >= this.#bulk.length) this.#setBulk([]);
    return jobs;
  }

  /** Takes out all jobs of a batch, or all there are. */
  drop(batch?: object): Job[] {
    const waiting = [...this.#urgent, ...this.#bulk.slice(this.#nextBulk)];
    const kept = waiting.filter((job) => batch !== undefined && job.batch !== batch);
    this.#urgent = kept.filter((job) => job.urgent);
    this.#setBulk(kept.filter((job) => !job.urgent));
    return waiting.filter((job) => batch === undefined || job.batch === batch);
  }

  #setBulk(jobs: Job[]): void {
    this.#bulk = jobs;
    this.#nextBulk = 0;
  }
}
