import { ModelError } from '../errors.ts';
import { deferred } from '../runtime/deferred.ts';
import { startChild } from './child-process.ts';
import { EarlyModels } from './early-models.ts';
import { JobQueue } from './job-queue.ts';
import { PATIENCE, type Patience, Watch } from './patience.ts';
import {
  type ModelRole,
  roleOf,
  type Setup,
  type Task,
  type TaskResult,
  type ToParent,
} from './protocol.ts';
import { type Slot, slotFor } from './slots.ts';

/** A text whose child dies so often is given up; so are children that die so often for nothing. */
const MAX_DEATHS = 3;

/** For each child one that it runs, one that it has, and more than one that waits. */
const TASKS_AHEAD = 4;
/**
 * When every model is loaded by some child, the others load it too as soon as nobody has asked for
 * anything for this long, in milliseconds: a first question does not wait for that.
 */
const QUIET_BEFORE_LOADING = 200;

export interface TaskOptions {
  /** A person waits: most of these go before all others. */
  urgent: boolean;
  /** What the tasks of one call have in common. */
  batch: object;
  /** Goes before the tasks of its kind that wait already. */
  first?: boolean;
}

export interface PoolOptions {
  processes: number;
  /** The models that are loaded before they are asked for. */
  early: readonly ModelRole[];
  patience?: Patience;
  /** Called when no child can be kept running, and every task from now on fails. */
  onEnd?: (error: Error) => void;
}

/** Hands tasks to child processes, and replaces a child that dies or hangs. */
export class ChildPool {
  readonly #setup: Setup;
  readonly #early: EarlyModels;
  readonly #processes: number;
  readonly #queue = new JobQueue();
  readonly #slots = new Map<number, Slot>();
  readonly #gone = deferred<void>();
  readonly #watch: Watch;
  readonly #onEnd: (error: Error) => void;
  #lastId = 0;
  /** Why no more tasks are taken. */
  #end: Error | undefined;

  constructor(setup: Setup, { processes, early, patience = PATIENCE, onEnd }: PoolOptions) {
    this.#setup = setup;
    this.#early = new EarlyModels(early, processes);
    this.#processes = processes;
    this.#onEnd = onEnd ?? (() => {});
    this.#watch = new Watch(
      patience,
      () => this.#slots.values(),
      ({ child, silentMs }) => child.kill(`no answer for ${(silentMs / 1_000).toFixed(1)} s`),
    );
    process.on('exit', this.#killAll);
    for (let index = 0; index < processes; index++) this.#start(index);
  }

  /** How many tasks have to wait here for no child to run out of work. */
  get capacity(): number {
    return TASKS_AHEAD * this.#processes;
  }

  /** Resolves when each model to be loaded early is loaded by some child. */
  ready(): Promise<void> {
    return this.#early.ready.promise;
  }

  /** Does a task; of several, the one that was given first is begun first. */
  run(task: Task, { urgent, batch, first }: TaskOptions): Promise<TaskResult> {
    if (this.#end) return Promise.reject(this.#end);
    const { promise, resolve, reject } = deferred<TaskResult>();
    const id = ++this.#lastId;
    const job = { id, task, urgent, batch, deaths: 0, resolve, reject };
    if (first) this.#queue.addFirst(job);
    else this.#queue.add(job);
    this.#dispatch();
    return promise;
  }

  /** Rejects what a batch still waits for. A run that has begun goes on, for nobody. */
  drop(batch: object, reason: unknown): void {
    const running = [...this.#slots.values()].flatMap((slot) => slot.jobs);
    for (const job of this.#queue.drop(batch)) job.reject(reason);
    for (const job of running) if (job.batch === batch) job.reject(reason);
  }

  /** Ends all children; what waits is rejected. */
  async close(): Promise<void> {
    this.#finish(new Error('the inference was closed'));
    await this.#gone.promise;
  }

  #start(index: number, deaths = 0): void {
    const slot: Slot = {
      child: startChild({
        onMessage: (message) => this.#receive(slot, message),
        onEnd: (reason) => this.#replace(index, slot, reason),
      }),
      loaded: new Set(),
      loading: new Set(),
      silentMs: 0,
      deaths,
      jobs: [],
    };
    this.#slots.set(index, slot);
    slot.child.send(this.#setup);
    this.#load(slot, this.#early.shareOf(index));
  }

  #load({ child, loading }: Slot, roles: readonly ModelRole[]): void {
    for (const role of roles) {
      loading.add(role);
      child.send({ load: role, urgent: false });
    }
  }

  #receive(slot: Slot, message: ToParent): void {
    if ('failed' in message) {
      this.#fail(new ModelError(message.failed));
      return;
    }
    slot.deaths = 0;
    slot.silentMs = 0;
    if ('loaded' in message) {
      slot.loaded.add(message.loaded);
      slot.loading.delete(message.loaded);
      if (this.#early.noteLoaded(message.loaded)) this.#loadTheRestWhenQuiet(this.#lastId);
      return;
    }
    const job = slot.jobs.find(({ id }) => id === message.id);
    slot.jobs = slot.jobs.filter((other) => other !== job);
    this.#dispatch();
    job?.resolve(message.result);
  }

  #loadTheRestWhenQuiet(lastId: number): void {
    setTimeout(() => {
      if (lastId !== this.#lastId) {
        this.#loadTheRestWhenQuiet(this.#lastId);
        return;
      }
      for (const slot of this.#slots.values()) this.#load(slot, this.#early.restOf(slot.loaded));
    }, QUIET_BEFORE_LOADING).unref();
  }

  /** Hands out what the children should have by now, of each kind; they choose between the two. */
  #dispatch(): void {
    // A job that a child died with is done alone: until then nothing else is begun.
    const isBulkSuspect = (this.#queue.peek(false)?.deaths ?? 0) > 0;
    for (const urgent of isBulkSuspect ? [false, true] : [true, false]) {
      for (let job = this.#queue.peek(urgent); job; job = this.#queue.peek(urgent)) {
        const slot = slotFor(job, [...this.#slots.values()], this.#queue.count(urgent));
        if (!slot && job.deaths > 0) return;
        if (!slot) break;
        this.#queue.take(urgent);
        slot.jobs.push(job);
        if (!slot.loaded.has(roleOf(job.task))) slot.loading.add(roleOf(job.task));
        slot.child.send({ id: job.id, task: job.task, urgent });
      }
    }
  }

  #replace(index: number, slot: Slot, reason: string): void {
    this.#slots.delete(index);
    if (this.#end) {
      if (this.#slots.size === 0) this.#bury();
      return;
    }
    const deaths = slot.jobs.length === 0 ? slot.deaths + 1 : 0;
    if (deaths >= MAX_DEATHS) {
      this.#fail(
        new ModelError(`the processes that run the models die as soon as they start (${reason})`),
      );
      return;
    }
    for (const job of slot.jobs.reverse()) {
      job.deaths++;
      if (job.deaths < MAX_DEATHS) {
        this.#queue.addFirst(job);
        continue;
      }
      job.reject(
        new ModelError(
          `the process that runs the models died ${MAX_DEATHS} times (${reason}) on the text "${excerpt(job.task)}"`,
        ),
      );
    }
    this.#start(index, deaths);
    this.#dispatch();
  }

  #fail(error: Error): void {
    if (!this.#end) this.#onEnd(error);
    this.#finish(error);
  }

  #finish(error: Error): void {
    this.#end ??= error;
    this.#early.ready.reject(error);
    for (const job of this.#queue.drop()) job.reject(error);
    for (const slot of this.#slots.values()) {
      for (const job of slot.jobs) job.reject(error);
      slot.jobs = [];
    }
    this.#killAll();
    if (this.#slots.size === 0) this.#bury();
  }

  readonly #killAll = (): void => {
    for (const { child } of this.#slots.values()) child.kill();
  };

  #bury(): void {
    this.#watch.stop();
    process.off('exit', this.#killAll);
    this.#gone.resolve();
  }
}

function excerpt(task: Task): string {
  const text = task.kind === 'query' ? task.text : task.text.body;
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
