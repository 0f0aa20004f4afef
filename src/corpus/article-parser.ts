import { ArticleError, ArticleFaultError, CorpusError } from '../errors.ts';
import type { FileReading } from './parse-file.ts';
import { type ParserProcess, startParserProcess } from './parser-process.ts';
import type { FromParser, ToParser } from './parsing-protocol.ts';

/** A file that ends the process this often is left out; once may have been no fault of the file. */
const MAX_DEATHS = 2;
/** Processes that end this often before they have begun anything will never begin. */
const MAX_FALSE_STARTS = 3;
/**
 * A process that says nothing for this many times the limit is ended from here. The limit itself is
 * kept by the process, in processor time.
 */
const HANGING = 10;

/** How an attempt at an article went. */
type Outcome = Exclude<FromParser, 'begun'> | { died: string; hasBegun: boolean } | 'too slow';

interface Attempt {
  settle(outcome: Outcome): void;
  hasBegun: boolean;
  timer?: NodeJS.Timeout;
}

/**
 * Parses articles in a process of its own, one at a time: an article that takes too long or too
 * much memory ends that process, not this one (in a thread, running out of memory would end both).
 * It is started for the first article, again when one has ended it, and ends with the signal.
 */
export class ArticleParser {
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal;
  #process: ParserProcess | undefined;
  #attempt: Attempt | undefined;

  /** @param timeoutMs for one article, in milliseconds of processor time */
  constructor(timeoutMs: number, signal: AbortSignal) {
    this.#timeoutMs = timeoutMs;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#process?.kill());
  }

  /** Starts the process before there is an article, so that the first does not wait for it. */
  start(): void {
    this.#process ??= this.#start();
  }

  /**
   * @throws ArticleError and ArticleFaultError as {@link parseFile} does, and when the article
   *   takes too long or ends the process; CorpusError when no process can be started; the signal's
   *   reason when it is aborted
   */
  async parse(article: ToParser): Promise<FileReading> {
    const { file } = article;
    let deaths = 0;
    let falseStarts = 0;
    for (;;) {
      this.#signal.throwIfAborted();
      const outcome = await this.#try(article);
      if (outcome === 'too slow') throw tooSlow(file, this.#timeoutMs);
      if ('reading' in outcome) return outcome.reading;
      if ('reason' in outcome) throw new ArticleError(file, outcome.reason);
      if ('fault' in outcome) {
        throw new ArticleFaultError(file, outcome.fault, { cause: outcome.cause });
      }
      if (outcome.hasBegun && ++deaths === MAX_DEATHS) {
        throw new ArticleFaultError(file, `ends the process that reads it (${outcome.died})`);
      }
      if (!outcome.hasBegun && ++falseStarts === MAX_FALSE_STARTS) {
        throw new CorpusError(`No process can be started to read the articles (${outcome.died})`);
      }
    }
  }

  async #try(article: ToParser): Promise<Outcome> {
    try {
      return await new Promise<Outcome>((settle) => {
        this.#attempt = { settle, hasBegun: false };
        this.#process ??= this.#start();
        this.#process.send(article);
      });
    } finally {
      clearTimeout(this.#attempt?.timer);
      this.#attempt = undefined;
    }
  }

  #start(): ParserProcess {
    const started: ParserProcess = startParserProcess(this.#timeoutMs, {
      onMessage: (message) => this.#hear(started, message),
      onEnd: (end) => {
        if (this.#process !== started) return;
        this.#process = undefined;
        const { hasBegun = false } = this.#attempt ?? {};
        this.#attempt?.settle(end === 'too slow' ? end : { ...end, hasBegun });
      },
    });
    return started;
  }

  #hear(from: ParserProcess, message: FromParser): void {
    if (this.#process !== from || !this.#attempt) return;
    if (message !== 'begun') {
      this.#attempt.settle(message);
      return;
    }
    const attempt = this.#attempt;
    attempt.hasBegun = true;
    attempt.timer = setTimeout(() => {
      this.#process = undefined;
      from.kill();
      attempt.settle('too slow');
    }, HANGING * this.#timeoutMs);
  }
}

function tooSlow(file: string, milliseconds: number): ArticleError {
  const limit = `ARTICLE_TIMEOUT_SECONDS=${milliseconds / 1_000}`;
  return new ArticleError(
    file,
    `takes longer to read than ${limit} allows; split it or raise ARTICLE_TIMEOUT_SECONDS`,
  );
}
