import { readFile, rename } from 'node:fs/promises';
import type { Logger } from 'pino';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

const record = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  guildId: z.string(),
  userId: z.string(),
  question: z.string(),
  why: z.enum(['missed', 'unhelpful']),
  /** Set where the member wants to be told of a later answer: where they asked, and their locale. */
  waiting: z.object({ channelId: z.string(), locale: z.string() }).optional(),
});
export type KeptQuestion = z.infer<typeof record>;

/** One small file of questions: nothing that goes wrong with it is thrown, all of it is logged once. */
export class QuestionsFile {
  readonly #file: string;
  readonly #log: Logger;
  #writing: Promise<unknown> = Promise.resolve();
  /** Set where a file that cannot be read must not be overwritten. */
  #isReadOnly = false;
  /** The last write failed, and that was said. */
  #isFailing = false;

  constructor(file: string, log: Logger) {
    this.#file = file;
    this.#log = log;
  }

  /** The questions; none where there is no file, or one that cannot be read, which is put aside. */
  async read(): Promise<KeptQuestion[]> {
    try {
      return z.array(record).parse(JSON.parse(await readFile(this.#file, 'utf8')));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A message of the parser would show what members asked.
      if (code !== 'ENOENT') await this.#putAside(typeof code === 'string' ? code : 'damaged');
      return [];
    }
  }

  /** @returns whether they are on disk now */
  write(questions: readonly KeptQuestion[]): Promise<boolean> {
    if (this.#isReadOnly) return Promise.resolve(false);
    const text = JSON.stringify(questions);
    const written = this.#writing
      .then(() => writeFileAtomic(this.#file, text, { mode: 0o600 }))
      .then(
        () => this.#written(),
        (error: unknown) => this.#failed(error),
      );
    this.#writing = written;
    return written;
  }

  #written(): boolean {
    this.#isFailing = false;
    return true;
  }

  #failed(error: unknown): boolean {
    if (!this.#isFailing) this.#log.error({ err: error }, 'questions cannot be kept on disk');
    this.#isFailing = true;
    return false;
  }

  /** Never overwrites what somebody may still save. */
  async #putAside(why: string): Promise<void> {
    const aside = `${this.#file}.damaged-${new Date().toISOString().replace(/[:.]/gu, '-')}`;
    try {
      await rename(this.#file, aside);
      this.#log.warn({ why }, `kept questions cannot be read; their file is now ${aside}`);
    } catch {
      this.#isReadOnly = true;
      this.#log.warn({ why }, `kept questions cannot be read; ${this.#file} stays as it is`);
    }
  }
}
