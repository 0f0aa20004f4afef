import type { Task, TaskResult } from './protocol.ts';

/** A task that somebody waits for. */
export interface Job {
  id: number;
  task: Task;
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

  take(): Job | undefined {
    if (this.#urgent.length > 0) return this.#urgent.shift();
    const job = this.#bulk[this.#nextBulk++];
    if (this.#nextBulk >= this.#bulk.length) this.#setBulk([]);
    return job;
  }

  /** How many jobs of a kind wait. */
  count(urgent: boolean): number {
    return urgent ? this.#urgent.length : this.#bulk.length - this.#nextBulk;
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
