import { setMaxListeners } from 'node:events';
import { QuestionError } from '../../errors.ts';
import type { Answer, Ask, AskOptions, Quote } from '../../passage.ts';
import {
  type CheckedQuotation,
  checkQuotations,
} from '../../retrieval/quotation/check-quotation.ts';
import type { Library } from '../library.ts';
import { AnswerMemory, memoryKey } from './answer-memory.ts';
import { cleanQuestion } from './clean-question.ts';
import { FairQueue, QueueFullError } from './queue.ts';
import type { RateLimits } from './rate-limits.ts';
import { Timings } from './timings.ts';

/** Nobody waits longer for their turn, if the last questions are a guide; in milliseconds. */
const LONGEST_WAIT_MS = 8_000;

/** Who asks, and where; a DM has no guild. */
export interface Asker {
  userId: string;
  guildId: string | null;
}

export type Refusal =
  | { kind: 'busy'; who: 'member' | 'guild' | 'queue'; seconds: number }
  | { kind: 'stopping' }
  | { kind: 'empty' }
  | { kind: 'too-long'; length: number }
  | { kind: 'failed'; errorId: string };

/** What became of a question, and the generation of the index that it was put to. */
export type Outcome = Refusal | { kind: 'answer'; answer: Answer; library: Library };
export type SimilarOutcome = Refusal | { kind: 'quotes'; quotes: Quote[]; library: Library };

export type CheckOutcome =
  | Refusal
  | { kind: 'checked'; checked: CheckedQuotation[]; library: Library };

export interface DeskOptions {
  ask: Ask;
  similar: (text: string, k: number) => Promise<Quote[]>;
  library: () => Library;
  limits: RateLimits;
  /** Questions in work at the same time, and how many may wait. */
  concurrency: number;
  queueLimit: number;
  report: (error: unknown, where: string) => string;
}

/** Takes every question of the bot: limits, turns, memory, and an outcome in any case. */
export class Desk {
  readonly timings = new Timings();
  readonly queue: FairQueue;
  readonly #options: DeskOptions;
  readonly #memory = new AnswerMemory();
  readonly #abandoned = new AbortController();
  #closed = false;

  constructor(options: DeskOptions) {
    this.#options = options;
    setMaxListeners(0, this.#abandoned.signal);
    this.queue = new FairQueue({
      concurrency: options.concurrency,
      limit: options.queueLimit,
      longestWaitMs: LONGEST_WAIT_MS,
    });
  }

  /** Never rejects: what goes wrong is an outcome, too, and in the log. */
  async ask(asker: Asker, written: string, options: AskOptions = {}): Promise<Outcome> {
    const started = performance.now();
    const question = cleanQuestion(written);
    if (question.kind !== 'question') return question;
    const outcome = await this.#guarded(asker, () => this.#answer(asker, question.text, options));
    if (outcome.kind === 'answer') this.timings.add(performance.now() - started);
    return outcome;
  }

  /** The passages nearest to any text; limits and turns as for a question. */
  similar(asker: Asker, text: string, k: number): Promise<SimilarOutcome> {
    return this.#guarded(asker, async () => {
      await this.#guildTurn(asker);
      const quotes = await this.queue.add(asker.userId, () => this.#options.similar(text, k));
      return { kind: 'quotes', quotes, library: this.#options.library() } as const;
    });
  }

  /** Whether the articles say what texts quote; limits and turns as for a question. */
  check(asker: Asker, texts: readonly string[]): Promise<CheckOutcome> {
    return this.#guarded(asker, async () => {
      await this.#guildTurn(asker);
      return this.queue.add(asker.userId, async () => {
        const library = this.#options.library();
        const checked = texts.flatMap((text) => checkQuotations(text, library));
        return { kind: 'checked', checked, library } as const;
      });
    });
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

  /** Asks again where the index was swapped meanwhile, so that quotes and library fit each other. */
  async #answer(asker: Asker, question: string, options: AskOptions): Promise<Outcome> {
    for (;;) {
      const library = this.#options.library();
      const key = memoryKey(library.manifest.generation, question, options);
      const answer = await (this.#memory.get(key) ?? this.#compute(asker, key, question, options));
      if (library === this.#options.library()) return { kind: 'answer', answer, library };
    }
  }

  #compute(asker: Asker, key: string, question: string, options: AskOptions): Promise<Answer> {
    const answer = this.#guildTurn(asker).then(() =>
      this.queue.add(asker.userId, () => this.#options.ask(question, options)),
    );
    this.#memory.set(key, answer);
    return answer;
  }

  async #guildTurn({ guildId, userId }: Asker): Promise<void> {
    const seconds = await this.#options.limits.guild(guildId ?? `dm ${userId}`);
    if (seconds > 0) throw new BusyError('guild', seconds);
  }

  async #guarded<T>({ userId }: Asker, work: () => Promise<T>): Promise<T | Refusal> {
    if (this.#closed) return { kind: 'stopping' };
    try {
      const seconds = await this.#options.limits.member(userId);
      if (seconds > 0) return { kind: 'busy', who: 'member', seconds };
      return await unlessAborted(work(), this.#abandoned.signal);
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
    return { kind: 'failed', errorId: this.#options.report(error, 'question') };
  }
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

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
