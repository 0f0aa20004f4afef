import type { Logger } from 'pino';
import { type KeptQuestion, QuestionsFile } from './questions-file.ts';

const DAY_MS = 86_400_000;
/** Of everybody, and of one member: beyond it the oldest one goes of whoever has most. */
const MAX_KEPT = 10_000;
const MAX_OF_MEMBER = 100;

export interface Gap {
  question: string;
  why: KeptQuestion['why'];
  times: number;
  /** Milliseconds since 1970. */
  last: number;
}

/**
 * The questions that found no good answer, for the admins of the server where they were asked:
 * in one small file, if the owner wants that at all, and only for the days that the owner set.
 */
export class KeptQuestions {
  readonly #file: QuestionsFile;
  readonly #days: number;
  readonly #now: () => number;
  /** Oldest first. */
  #records: KeptQuestion[] = [];
  #expiry: NodeJS.Timeout | undefined;

  private constructor(file: QuestionsFile, days: number, now: () => number) {
    this.#file = file;
    this.#days = days;
    this.#now = now;
  }

  /** Reads what was kept before; a file that cannot be read is put aside. */
  static async open(
    path: string,
    days: number,
    log: Logger,
    now: () => number = Date.now,
  ): Promise<KeptQuestions> {
    const file = new QuestionsFile(path, log);
    const kept = new KeptQuestions(file, days, now);
    kept.#records = await file.read();
    await kept.#expire();
    return kept;
  }

  /** Days for which questions are kept; 0 is never. */
  get days(): number {
    return this.#days;
  }

  /**
   * Keeps a question, if questions are kept; those of DMs (no guild) never are. What a member asked
   * before is kept once.
   *
   * @returns whether it is on disk; why not is in the log
   */
  async keep(
    question: Omit<KeptQuestion, 'at' | 'guildId'> & { guildId: string | null },
  ): Promise<boolean> {
    const { guildId, userId, why, question: text } = question;
    if (this.#days === 0 || guildId === null) return false;
    const before = this.#records.find((one) => isSame(one, { ...question, guildId }));
    const waiting = question.waiting ?? before?.waiting;
    const added = {
      at: this.#now(),
      guildId,
      userId,
      question: text,
      why,
      ...(waiting && { waiting }),
    };
    this.#records = this.#records.filter((one) => !isSame(one, added));
    this.#records.push(added);
    this.#dropOldest(added.userId, MAX_OF_MEMBER);
    if (this.#records.length > MAX_KEPT) this.#dropOldest(this.#whoHasMost());
    this.#dropExpired();
    this.#planExpiry();
    return this.#file.write(this.#records);
  }

  /** The questions whose members want to be told of a later answer, the oldest first. */
  waiting(): KeptQuestion[] {
    this.#dropExpired();
    return this.#records.filter(({ waiting }) => waiting !== undefined);
  }

  /** Deletes one question. */
  async remove(question: KeptQuestion): Promise<void> {
    this.#records = this.#records.filter((one) => one !== question);
    await this.#file.write(this.#records);
  }

  /** The questions of a server, the most frequent first. */
  gaps(guildId: string): Gap[] {
    void this.#expire();
    const gaps = new Map<string, Gap>();
    for (const { question, why, at } of this.#records.filter((r) => r.guildId === guildId)) {
      const key = `${why} ${question.toLowerCase()}`;
      const before = gaps.get(key) ?? { question, why, times: 0 };
      gaps.set(key, { ...before, times: before.times + 1, last: at });
    }
    return [...gaps.values()].sort((a, b) => b.times - a.times || b.last - a.last);
  }

  /**
   * Deletes everything that somebody asked.
   *
   * @returns how many questions
   * @throws Error where they stay on disk
   */
  async forget(userId: string): Promise<number> {
    const theirs = this.#records.filter((one) => one.userId === userId);
    if (theirs.length === 0) return 0;
    this.#records = this.#records.filter((one) => one.userId !== userId);
    if (await this.#file.write(this.#records)) return theirs.length;
    this.#records = [...theirs, ...this.#records].sort((a, b) => a.at - b.at);
    throw new Error('Kept questions cannot be deleted, as their file cannot be written.');
  }

  /** Deletes what is too old, now and when the next one will be. */
  async #expire(): Promise<void> {
    const isChanged = this.#dropExpired();
    this.#planExpiry();
    if (isChanged) await this.#file.write(this.#records);
  }

  #planExpiry(): void {
    clearTimeout(this.#expiry);
    const [oldest] = this.#records;
    if (!oldest) return;
    const left = oldest.at + this.#days * DAY_MS - this.#now();
    // A timer takes 24 days at most.
    const wait = Math.min(Math.max(left, 0) + 1, DAY_MS);
    this.#expiry = setTimeout(() => void this.#expire(), wait).unref();
  }

  #dropExpired(): boolean {
    const before = this.#records.length;
    const oldest = this.#now() - this.#days * DAY_MS;
    this.#records = this.#records.filter(({ at }) => at > oldest);
    return this.#records.length < before;
  }

  /** Drops a member's oldest question, if they have more than `most`. */
  #dropOldest(userId: string, most = 0): void {
    const theirs = this.#records.filter((one) => one.userId === userId);
    if (theirs.length > most) this.#records = this.#records.filter((one) => one !== theirs[0]);
  }

  #whoHasMost(): string {
    const counts = new Map<string, number>();
    for (const { userId } of this.#records) counts.set(userId, (counts.get(userId) ?? 0) + 1);
    return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  }
}

function isSame(one: KeptQuestion, other: Omit<KeptQuestion, 'at'>): boolean {
  return (
    one.userId === other.userId &&
    one.guildId === other.guildId &&
    one.why === other.why &&
    one.question.toLowerCase() === other.question.toLowerCase()
  );
}
