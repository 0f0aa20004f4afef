import type { Task, TaskResult } from './protocol.ts';

/** A task that somebody waits for. */
export interface Job {
  task: Task;
  /** Waited for by a person who asked a question: goes before all that are not. */
  urgent: boolean;
  /** The jobs of one call share it, to be dropped together. */
  batch: object;
  /** How many children died with it. */
  deaths: number;
  resolve(result: TaskResult): void;
  reject(error: unknown): void;
}

/** The waiting jobs: urgent ones in order of arrival, then the others. */
export class JobQueue {
  #urgent: Job[] = [];
  /** Last one first out: taking from the end is cheap. */
  #bulk: Job[] = [];

  /** Adds jobs behind all of their kind, in the order in which they are to be done. */
  add(jobs: readonly Job[]): void {
    this.#urgent.push(...jobs.filter((job) => job.urgent));
    const bulk = jobs.filter((job) => !job.urgent);
    if (bulk.length > 0) this.#bulk = [...bulk.reverse(), ...this.#bulk];
  }

  /** Adds jobs before all of their kind. */
  addFirst(jobs: readonly Job[]): void {
    for (const job of jobs.toReversed()) {
      if (job.urgent) this.#urgent.unshift(job);
      else this.#bulk.push(job);
    }
  }

  peek(): Job | undefined {
    return this.#urgent[0] ?? this.#bulk.at(-1);
  }

  take(): Job | undefined {
    return this.#urgent.shift() ?? this.#bulk.pop();
  }

  /** Takes out all jobs of a batch, or all there are. */
  drop(batch?: object): Job[] {
    const isDropped = (job: Job) => batch === undefined || job.batch === batch;
    const dropped = [...this.#urgent, ...this.#bulk].filter(isDropped);
    this.#urgent = this.#urgent.filter((job) => !isDropped(job));
    this.#bulk = this.#bulk.filter((job) => !isDropped(job));
    return dropped;
  }
}
