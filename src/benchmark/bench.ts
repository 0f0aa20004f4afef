import { join } from 'node:path';
import type { AnsweringMethods } from './child/answering.ts';
import type { EmbeddingMethods } from './child/embedding.ts';
import { type ChildKind, MeasuredChild } from './child/measured-child.ts';
import type { SearchingMethods } from './child/searching.ts';
import type { Methods } from './child/serve.ts';
import type { Effort } from './effort.ts';
import { inTurns, type Measure, type TurnOptions, type Turns } from './in-turns.ts';
import type { Measurement } from './measurement.ts';
import type { Scenario } from './scenario.ts';
import type { AnsweringSystemName } from './systems/answering/index.ts';
import type { EmbeddingSystemName } from './systems/embedding/index.ts';
import type { SearchSystemName } from './systems/searching/index.ts';

/** Opens children of a scenario; each system has one, which is started when it is first asked for. */
export type Children<M extends Methods, S extends string> = (
  system: S,
) => Promise<MeasuredChild<M>>;

/** What scenarios measure with. */
export class Bench {
  readonly measurements: Measurement[] = [];
  readonly effort: Effort;
  readonly signal: AbortSignal;
  readonly #folder: string;
  readonly #made = new Map<string, Promise<number>>();

  /** @param folder an empty folder, removed by the caller afterwards */
  constructor(effort: Effort, folder: string, signal: AbortSignal) {
    this.effort = effort;
    this.#folder = folder;
    this.signal = signal;
  }

  /**
   * Keeps what systems gave for one figure of a scenario.
   *
   * @param column of the figure's table; a number is one of passages
   */
  add(
    { name, figures }: Scenario,
    figure: string,
    column: number | string,
    turns: readonly { system: string; samples: readonly (number | undefined)[]; note?: string }[],
  ): void {
    const unit = figures[figure]?.unit;
    if (!unit) throw new RangeError(`${name} has no figure ${figure}`);
    for (const { system, samples, note } of turns) {
      this.measurements.push({
        scenario: name,
        figure,
        unit,
        system,
        column: String(column),
        ...(typeof column === 'number' && { passages: column }),
        samples: samples.filter((sample) => sample !== undefined),
        ...(note !== undefined && { note }),
      });
    }
  }

  /**
   * The folder of a system's index of a generated corpus; it is made when it is first asked for.
   *
   * @throws RefusedError when the system cannot make it; the signal's reason.
   */
  async searchIndex(system: SearchSystemName, passages: number) {
    const folder = join(this.#folder, `${system}-${passages}`);
    const bytes = await this.#once(folder, () =>
      this.#inChild<SearchingMethods, number>('searching', system, (child) =>
        child.call('build', folder, passages),
      ),
    );
    return { folder, bytes };
  }

  /** The folder of a system's index of the sample articles; it is made when it is first asked for. */
  async answeringIndex(system: AnsweringSystemName): Promise<string> {
    const folder = join(this.#folder, `${system}-sample`);
    await this.#once(folder, () =>
      this.#inChild<AnsweringMethods, number>('answering', system, async (child) => {
        await child.call('build', folder);
        return 0;
      }),
    );
    return folder;
  }

  /** Processes that have the index of `size` generated passages open. */
  withSearching<T>(
    passages: number,
    work: (children: Children<SearchingMethods, SearchSystemName>) => Promise<T>,
  ): Promise<T> {
    return this.#withChildren('searching', work, async (child, system) => {
      const { folder } = await this.searchIndex(system, passages);
      await child.call('open', folder);
    });
  }

  withEmbedding<T>(
    work: (children: Children<EmbeddingMethods, EmbeddingSystemName>) => Promise<T>,
  ): Promise<T> {
    return this.#withChildren('embedding', work, async () => {});
  }

  /** Processes that have the index of the sample articles open. */
  withAnswering<T>(
    work: (children: Children<AnsweringMethods, AnsweringSystemName>) => Promise<T>,
  ): Promise<T> {
    return this.#withChildren('answering', work, async (child, system) => {
      await child.call('open', await this.answeringIndex(system));
    });
  }

  /** A new process for the index of `size` generated passages, and that index's folder. */
  async inNewSearching<T>(
    system: SearchSystemName,
    passages: number,
    work: (child: MeasuredChild<SearchingMethods>, folder: string) => Promise<T>,
  ): Promise<T> {
    const { folder } = await this.searchIndex(system, passages);
    return this.#inChild<SearchingMethods, T>('searching', system, (child) => work(child, folder));
  }

  /** A new process for the index of the sample articles, and that index's folder. */
  async inNewAnswering<T>(
    system: AnsweringSystemName,
    work: (child: MeasuredChild<AnsweringMethods>, folder: string) => Promise<T>,
  ): Promise<T> {
    const folder = await this.answeringIndex(system);
    return this.#inChild<AnsweringMethods, T>('answering', system, (child) => work(child, folder));
  }

  /** Measures systems in turn: see {@link inTurns}; as many rounds as the effort says. */
  inTurns<S extends string>(
    systems: readonly S[],
    measure: Measure<S>,
    options: Partial<Omit<TurnOptions, 'signal'>> = {},
  ): Promise<Turns<S>[]> {
    const { effort, signal } = this;
    return inTurns(systems, measure, { rounds: effort.rounds, warmUps: 1, ...options, signal });
  }

  /** A failure is kept too: what a system cannot do once it need not try again. */
  #once(key: string, make: () => Promise<number>): Promise<number> {
    let made = this.#made.get(key);
    if (!made) {
      made = make();
      this.#made.set(key, made);
    }
    return made;
  }

  async #inChild<M extends Methods, T>(
    kind: ChildKind,
    system: string,
    work: (child: MeasuredChild<M>) => Promise<T>,
  ): Promise<T> {
    const child = new MeasuredChild<M>(kind, system, this.signal);
    try {
      return await work(child);
    } finally {
      await child.stop();
    }
  }

  async #withChildren<M extends Methods, S extends string, T>(
    kind: ChildKind,
    work: (children: Children<M, S>) => Promise<T>,
    open: (child: MeasuredChild<M>, system: S) => Promise<void>,
  ): Promise<T> {
    const started = new Map<S, MeasuredChild<M>>();
    const opened = new Map<S, Promise<void>>();
    try {
      return await work(async (system) => {
        const child = started.get(system) ?? new MeasuredChild<M>(kind, system, this.signal);
        started.set(system, child);
        const opening = opened.get(system) ?? open(child, system);
        opened.set(system, opening);
        await opening;
        return child;
      });
    } finally {
      await Promise.all([...started.values()].map((child) => child.stop()));
    }
  }
}
