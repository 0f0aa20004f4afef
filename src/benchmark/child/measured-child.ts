import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Deferred, deferred } from '../../runtime/deferred.ts';
import { plainEnvironment } from '../../runtime/plain-environment.ts';
import { whyEnded, whyRefused } from './reasons.ts';
import type { Methods, Reply, Request } from './serve.ts';
import { treeMemory } from './tree-memory.ts';

/** How long one request may take, in milliseconds; what takes longer is told as a result. */
const PATIENCE_MS = 240_000;
/** How long the last words of an ended child may take, in milliseconds. */
const LAST_WORDS_MS = 100;
/** Characters of a child's complaints that are kept. */
const KEPT_OUTPUT = 20_000;
const TSX = import.meta.resolve('tsx');

/** A system could not do what was asked of it; the message says why in a few words. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

export type ChildKind = 'searching' | 'embedding' | 'answering';

/** A child process in which one system is measured, apart from all others. */
export class MeasuredChild<M extends Methods> {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, Deferred<unknown>>();
  #output = '';
  #next = 0;
  #reason: RefusedError | undefined;

  constructor(kind: ChildKind, system: string, signal: AbortSignal) {
    signal.throwIfAborted();
    this.#process = fork(fileURLToPath(new URL(`${kind}.ts`, import.meta.url)), [system], {
      execArgv: ['--expose-gc', '--import', TSX],
      env: plainEnvironment(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const abort = () => this.#process.kill('SIGKILL');
    signal.addEventListener('abort', abort, { once: true });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#output = (this.#output + text).slice(-KEPT_OUTPUT);
    });
    this.#process.on('message', (reply: Reply) => {
      const waiting = this.#waiting.get(reply.id);
      if ('value' in reply) waiting?.resolve(reply.value);
      else waiting?.reject(new RefusedError(whyRefused(reply.refused)));
    });
    this.#process.once('exit', async (code, ending) => {
      signal.removeEventListener('abort', abort);
      // Its last words may still be on their way; `close` may never come.
      await sleep(LAST_WORDS_MS);
      this.#reason ??= new RefusedError(whyEnded(this.#output, code, ending));
      const reason = signal.aborted ? signal.reason : this.#reason;
      for (const { reject } of this.#waiting.values()) reject(reason);
    });
  }

  /**
   * Asks the child for something.
   *
   * @throws RefusedError when it cannot, takes too long, or ends; the signal's reason.
   */
  async call<K extends keyof M & string>(
    method: K,
    ...args: Parameters<M[K]>
  ): Promise<Awaited<ReturnType<M[K]>>> {
    if (this.#reason) throw this.#reason;
    const id = this.#next++;
    const waiting = deferred<unknown>();
    this.#waiting.set(id, waiting);
    const timer = setTimeout(() => this.#giveUp(), PATIENCE_MS);
    try {
      this.#process.send({ id, method, args } satisfies Request);
      return (await waiting.promise) as Awaited<ReturnType<M[K]>>;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(id);
    }
  }

  /** What it and all processes that it started hold in memory, in megabytes. */
  residentMb(): number | undefined {
    return this.#process.pid === undefined ? undefined : treeMemory(this.#process.pid);
  }

  /** Ends the process, whatever it is doing. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    // Children of its own end when it lets go of them; a kill would leave them to find out.
    if (this.#process.connected && this.#waiting.size === 0) this.#process.disconnect();
    else this.#process.kill('SIGKILL');
    await ended;
  }

  #giveUp(): void {
    this.#reason = new RefusedError(`not within ${PATIENCE_MS / 60_000} min`);
    this.#process.kill('SIGKILL');
  }
}
