import { readFile, rename } from 'node:fs/promises';
import type { Logger } from 'pino';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

const DAY_MS = 86_400_000;
/** The oldest go first beyond this. */
const MOST_KEPT = 10_000;

const record = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  guildId: z.string(),
  userId: z.string(),
  question: z.string(),
  why: z.enum(['missed', 'unhelpful']),
});
export type KeptQuestion = z.infer<typeof record>;

export interface Gap {
  question: string;
  why: KeptQuestion['why'];
  times: number;
  /** Milliseconds since 1970. */
  last: number;
}

/**
 * The questions that found no good answer, for the admins of the server where they were asked:
 * in one small file, if the owner wants that at all, and only for so many days.
 */
export class KeptQuestions {
  readonly #file: string;
  readonly #days: number;
  readonly #now: () => number;
  #records: KeptQuestion[] = [];
  #writing: Promise<void> = Promise.resolve();

  private constructor(file: string, days: number, now: () => number) {
    this.#file = file;
    this.#days = days;
    this.#now = now;
  }

  /** Reads what was kept before; a file that cannot be read is put aside. */
  static async open(
    file: string,
    days: number,
    log: Logger,
    now: () => number = Date.now,
  ): Promise<KeptQuestions> {
    const kept = new KeptQuestions(file, days, now);
    const text = await readFile(file, 'utf8').catch(() => '[]');
    const parsed = z.array(record).safeParse(parseJson(text));
    if (parsed.success) kept.#records = parsed.data;
    else {
      await rename(file, `${file}.broken`);
      log.warn({ file }, 'kept questions cannot be read; the file was put aside');
    }
    if (kept.#dropOld()) await kept.#write();
    return kept;
  }

  /** Days for which questions are kept; 0 is never. */
  get days(): number {
    return this.#days;
  }

  /** Keeps a question, if questions are kept; those of DMs (no guild) never are. */
  async keep(
    question: Omit<KeptQuestion, 'at' | 'guildId'> & { guildId: string | null },
  ): Promise<boolean> {
    const { guildId } = question;
    if (this.#days === 0 || guildId === null) return false;
    this.#records.push({ ...question, guildId, at: this.#now() });
    this.#dropOld();
    await this.#write();
    return true;
  }

  /** The questions of a server, the most frequent first. */
  gaps(guildId: string): Gap[] {
    this.#dropOld();
    const gaps = new Map<string, Gap>();
    for (const { question, why, at } of this.#records.filter((r) => r.guildId === guildId)) {
      const key = `${why} ${question.toLowerCase()}`;
      const before = gaps.get(key) ?? { question, why, times: 0 };
      gaps.set(key, { ...before, times: before.times + 1, last: at });
    }
    return [...gaps.values()].sort((a, b) => b.times - a.times || b.last - a.last);
  }

  /** Deletes everything that somebody asked. @returns how many questions */
  async forget(userId: string): Promise<number> {
    const before = this.#records.length;
    this.#records = this.#records.filter((one) => one.userId !== userId);
    const forgotten = before - this.#records.length;
    if (forgotten > 0) await this.#write();
    return forgotten;
  }

  #dropOld(): boolean {
    const before = this.#records.length;
    const oldest = this.#now() - this.#days * DAY_MS;
    this.#records = this.#records.filter(({ at }) => at > oldest).slice(-MOST_KEPT);
    return this.#records.length < before;
  }

  #write(): Promise<void> {
    const write = () => writeFileAtomic(this.#file, JSON.stringify(this.#records), { mode: 0o600 });
    this.#writing = this.#writing.then(write, write);
    return this.#writing;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
