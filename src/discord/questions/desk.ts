import { setMaxListeners } from 'node:events';
import { IndexError, QuestionError } from '../../errors.ts';
import type { Answer, AskOptions, Quote } from '../../passage.ts';
import {
  type CheckedQuotation,
  checkQuotations,
} from '../../retrieval/quotation/check-quotation.ts';
import { untilAborted } from '../../runtime/until-aborted.ts';
import type { Scope } from '../../scopes/scope.ts';
import type { Shelf } from '../../store/types.ts';
import type { Library } from '../catalogue/library.ts';
import type { Libraries } from '../catalogue/scoped-libraries.ts';
import { AnswerMemory, memoryKey } from './answer-memory.ts';
import { cleanQuestion } from './clean-question.ts';
import type { DeskWatcher } from './desk-watcher.ts';
import { FairQueue, QueueFullError } from './queue.ts';
import type { RateLimits } from './rate-limits.ts';
import { Timings } from './timings.ts';

/** Nobody waits longer for their turn, if the last questions are a guide; in milliseconds. */
const MAX_WAIT_MS = 8_000;

/** Whose turn it is in the queue where no member asks. */
const BACKGROUND = 'background';

/** Who asks, where, and what is seen there; a DM has no guild. */
export interface Asker {
  userId: string;
  guildId: string | null;
  scope: Scope;
}

export type Refusal =
  | { kind: 'busy'; who: 'member' | 'guild' | 'queue'; seconds: number }
  | { kind: 'stopping' }
  | { kind: 'away' }
  | { kind: 'empty' }
  | { kind: 'too-long'; length: number }
  | { kind: 'failed'; errorId: string };

/** The generation of the index that something was found in, and the articles that are quoted. */
interface Source {
  library: Library;
  shelf: Shelf;
}

/** What became of a question. */
export type Outcome = Refusal | ({ kind: 'answer'; answer: Answer } & Source);
export type SimilarOutcome = Refusal | ({ kind: 'quotes'; quotes: Quote[] } & Source);
export type CheckOutcome = Refusal | ({ kind: 'checked'; checked: CheckedQuotation[] } & Source);

/** Answers from some articles of the index of the moment; from all where it is not said. */
export interface Searches {
  ask(question: string, options: AskOptions, visible?: ReadonlySet<string>): Promise<Answer>;
  /** The passages nearest to any text. */
  similar(text: string, k: number, visible?: ReadonlySet<string>): Promise<Quote[]>;
}

export interface DeskOptions extends Searches {
  library: Libraries;
  limits: RateLimits;
  /** Questions in work at the same time, and how many may wait. */
  concurrency: number;
  queueLimit: number;
  report: (error: unknown, where: string) => string;
  watcher?: DeskWatcher | undefined;
}

/** Somebody who may ask one question now: the question counts already. */
export interface Admission {
  kind: 'admitted';
  /**
   * Never rejects: what goes wrong is an outcome, too, and in the log.
   *
   * @param onWork called if the answer is not known yet and is being worked on from now on
   */
  ask(written: string, options?: AskOptions, onWork?: () => void): Promise<Outcome>;
  /** The passages nearest to any text. */
  similar(text: string, k: number): Promise<SimilarOutcome>;
}

/** Takes every question of the bot: limits, turns, memory, and an outcome in any case. */
export class Desk {
  readonly timings = new Timings();
  readonly queue: FairQueue;
  readonly limits: RateLimits;
  readonly #options: DeskOptions;
  /** A memory goes with the index that it is of. */
  readonly #memories = new WeakMap<Library, AnswerMemory>();
  readonly #abandoned = new AbortController();
  #closed = false;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.limits = options.limits;
    setMaxListeners(0, this.#abandoned.signal);
    this.queue = new FairQueue({
      concurrency: options.concurrency,
      limit: options.queueLimit,
      longestWaitMs: MAX_WAIT_MS,
      onTurn: (waitedMs) => options.watcher?.waited(waitedMs / 1_000),
    });
  }

  /** Lets somebody ask one question, unless they asked too much or the bot is about to leave. */
  async admit(asker: Asker): Promise<Admission | Refusal> {
    if (this.#closed) return this.#told({ kind: 'stopping' });
    const seconds = await this.limits.member(asker.userId);
    if (seconds > 0) return this.#told({ kind: 'busy', who: 'member', seconds });
    return {
      kind: 'admitted',
      ask: (written, options = {}, onWork) => this.#ask(asker, written, options, onWork),
      similar: (text, k) => this.#similar(asker, text, k),
    };
  }

  async ask(asker: Asker, written: string, options?: AskOptions): Promise<Outcome> {
    const admission = await this.admit(asker);
    return admission.kind === 'admitted' ? admission.ask(written, options) : admission;
  }

  /** Asks for nobody in particular: outside the limits, and not what the timings are about. */
  async askInBackground(question: string, scope: Scope): Promise<Outcome> {
    return this.#guarded(async () => {
      const library = this.#options.library(scope);
      const compute = () => this.#options.ask(question, {}, library.visible);
      const key = memoryKey(question, {});
      const answer = await this.queue.add(BACKGROUND, () =>
        this.#memoryOf(library).getOrCompute(key, compute),
      );
      const shelf = await quotedIn(answer.quotes, library);
      return library === this.#options.library(scope)
        ? { kind: 'answer', answer: { ...answer, question }, library, shelf }
        : this.askInBackground(question, scope);
    });
  }

  async similar(asker: Asker, text: string, k: number): Promise<SimilarOutcome> {
    const admission = await this.admit(asker);
    return admission.kind === 'admitted' ? admission.similar(text, k) : admission;
  }

  /** Whether the articles say what texts quote; limits and turns as for a question. */
  async check(asker: Asker, texts: readonly string[]): Promise<CheckOutcome> {
    const admission = await this.admit(asker);
    if (admission.kind !== 'admitted') return admission;
    const started = performance.now();
    const outcome = await this.#guarded(async () => {
      await this.#guildTurn(asker);
      return this.queue.add(asker.userId, async () => {
        const library = this.#options.library(asker.scope);
        const checked: CheckedQuotation[] = [];
        for (const text of texts) checked.push(...(await checkQuotations(text, library)));
        const shelf = await library.read(checked.flatMap((one) => shownPlace(one) ?? []));
        return { kind: 'checked', checked, library, shelf } as const;
      });
    });
    return this.#told(outcome, started);
  }

  /** Takes no new question from now on. */
  close(): void {
    this.#closed = true;
  }

  /** Ends the open questions: each gets the outcome `stopping`. */
  abandon(): void {
    this.#abandoned.abort(new StoppingError());
    this.queue.clear(new StoppingError());
  }

  async #ask(
    asker: Asker,
    written: string,
    options: AskOptions,
    onWork?: () => void,
  ): Promise<Outcome> {
    const started = performance.now();
    const question = cleanQuestion(written);
    if (question.kind !== 'question') return this.#told(question);
    const outcome = await this.#guarded(() => this.#answer(asker, question.text, options, onWork));
    if (outcome.kind === 'answer') this.timings.add(performance.now() - started);
    return this.#told(outcome, started);
  }

  async #similar(asker: Asker, text: string, k: number): Promise<SimilarOutcome> {
    const started = performance.now();
    const outcome = await this.#guarded(async () => {
      await this.#guildTurn(asker);
      const library = this.#options.library(asker.scope);
      const quotes = await this.queue.add(asker.userId, () =>
        this.#options.similar(text, k, library.visible),
      );
      const shelf = await quotedIn(quotes, library);
      return { kind: 'quotes', quotes, library, shelf } as const;
    });
    return this.#told(outcome, started);
  }

  /**
   * Asks again where the index was swapped meanwhile, so that quotes and library fit each other.
   * Others share the answer, never how it is asked for: the wording, the limits and the turn are
   * the asker's own.
   */
  async #answer(
    asker: Asker,
    question: string,
    options: AskOptions,
    onWork?: () => void,
  ): Promise<Outcome> {
    const key = memoryKey(question, options);
    let turn: Promise<void> | undefined;
    for (;;) {
      const library = this.#options.library(asker.scope);
      const memory = this.#memoryOf(library);
      const compute = async () => {
        turn ??= this.#guildTurn(asker);
        await turn;
        const answer = this.queue.add(asker.userId, () =>
          memory.getOrCompute(key, () => this.#options.ask(question, options, library.visible)),
        );
        onWork?.();
        return answer;
      };
      const answer = await (memory.get(key) ?? compute());
      const shelf = await quotedIn(answer.quotes, library);
      if (library === this.#options.library(asker.scope)) {
        return { kind: 'answer', answer: { ...answer, question }, library, shelf };
      }
    }
  }

  #memoryOf(library: Library): AnswerMemory {
    let memory = this.#memories.get(library);
    if (!memory) {
      memory = new AnswerMemory();
      this.#memories.set(library, memory);
    }
    return memory;
  }

  async #guildTurn({ guildId, userId }: Asker): Promise<void> {
    const seconds = await this.limits.guild(guildId ?? `dm ${userId}`);
    if (seconds > 0) throw new BusyError('guild', seconds);
  }

  /** @param started on the clock of `performance.now()`; now, where nothing was begun */
  #told<T extends Outcome | SimilarOutcome | CheckOutcome>(outcome: T, started?: number): T {
    const seconds = started === undefined ? 0 : (performance.now() - started) / 1_000;
    this.#options.watcher?.done(outcome, seconds);
    return outcome;
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T | Refusal> {
    try {
      return await untilAborted(work(), this.#abandoned.signal);
    } catch (error) {
      return this.#refusal(error);
    }
  }

  #refusal(error: unknown): Refusal {
    if (error instanceof BusyError) return { kind: 'busy', who: error.who, seconds: error.seconds };
    if (error instanceof QueueFullError) {
      return { kind: 'busy', who: 'queue', seconds: error.seconds };
    }
    if (error instanceof StoppingError) return { kind: 'stopping' };
    if (error instanceof QuestionError) return { kind: 'empty' };
    if (error instanceof IndexError && error.code === 'away') {
      this.#options.report(error, 'question');
      return { kind: 'away' };
    }
    return { kind: 'failed', errorId: this.#options.report(error, 'question') };
  }
}

function quotedIn(quotes: readonly Quote[], library: Library): Promise<Shelf> {
  return library.read(quotes.map(({ article }) => article.id));
}

/** The id of the article whose words stand on the card. */
function shownPlace(checked: CheckedQuotation): string | undefined {
  if (checked.kind === 'absent') return undefined;
  const place = checked.kind === 'exact' ? checked.places[0] : checked.place;
  return place.article.id;
}

class BusyError extends Error {
  readonly who: 'guild';
  readonly seconds: number;

  constructor(who: 'guild', seconds: number) {
    super(`${who} is busy for ${seconds} s.`);
    this.who = who;
    this.seconds = seconds;
  }
}

class StoppingError extends Error {}
