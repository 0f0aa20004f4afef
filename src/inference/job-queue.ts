import type { Task, TaskResult } from './protocol.ts';

/** A task that somebody waits for. */
export interface Job {
  id: number;
  task: Task;
  /** A person waits for it. */
  urgent: boolean;
  /** What the jobs of one call have in common, to be dropped together. */
  batch: object;
  /** How many children died with it. */
  deaths: number;
  resolve(result: TaskResult): void;
  reject(reason: unknown): void;
}

/** The waiting jobs, urgent ones and others apart, each kind in order of arrival. */
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

  /** The first job of a kind. */
  peek(urgent: boolean): Job | undefined {
    return urgent ? this.#urgent[0] : this.#bulk[this.#nextBulk];
  }

  /** Takes out the first job of a kind. */
  take(urgent: boolean): void {
    if (urgent) this.#urgent.shift();
    else if (++this.#nextBulk >= this.#bulk.length) this.#setBulk([]);
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
