import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { IndexLockedError } from '../errors.ts';
import { claimFolder } from './claim-folder.ts';
import { writeFileDurably } from './files.ts';
import { isOwn, LOCKS } from './own-files.ts';
import { asUnwritable } from './problems.ts';
import { isRunning, startOf } from './processes.ts';

/** How often a holder shows that it lives, and after what time without it counts as dead. */
const HEARTBEAT_MS = 10_000;
const DEAD_AFTER_MS = 60_000;
const REMOVE_AGAIN_MS = 500;

/** Two that ask at the same moment both stand back and ask again, after a random part of this. */
const ATTEMPTS = 5;
const STAND_BACK_MS = 60;

const claimRecord = z.object({
  pid: z.int(),
  host: z.string(),
  /** When the process started, as its system counts; null where that cannot be known. */
  start: z.string().nullable(),
  since: z.iso.datetime(),
});
type Claim = z.infer<typeof claimRecord>;

export interface IndexLock {
  /** @throws IndexLockedError when the lock was taken over. */
  check(): Promise<void>;
  /** Never fails. */
  release(): Promise<void>;
}

/**
 * Holds an index for writing until `release`.
 *
 * Everyone who wants it first puts down a claim, a file of its own, and then looks for others. The
 * claim of a dead process is removed; before that of a living one it stands back. As nobody ever
 * reuses the name of a claim, removing a dead one can never hit a living one.
 *
 * @throws IndexLockedError that names who holds it; IndexError where nothing can be written, or
 *   where the folder holds what is no part of an index.
 */
export async function lockIndex(indexDir: string): Promise<IndexLock> {
  try {
    await claimFolder(indexDir);
    for (let attempt = 1; ; attempt++) {
      const { lock, holder } = await claim(indexDir);
      if (holder === undefined) return lock;
      await lock.release();
      if (attempt === ATTEMPTS) throw lockedBy(indexDir, holder);
      await sleep(Math.random() * STAND_BACK_MS);
    }
  } catch (error) {
    throw asUnwritable(indexDir, error);
  }
}

async function claim(indexDir: string): Promise<{ lock: IndexLock; holder: Claim | undefined }> {
  const folder = join(indexDir, LOCKS);
  const own = `${randomUUID()}.json`;
  const path = join(folder, own);
  const record: Claim = {
    pid: process.pid,
    host: hostname(),
    start: await startOf(process.pid),
    since: new Date().toISOString(),
  };
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, HEARTBEAT_MS).unref();
  /** What was done under a claim is done, be it that the claim can be removed only later. */
  const remove = (): Promise<void> =>
    rm(path, { force: true }).catch(() => {
      setTimeout(remove, REMOVE_AGAIN_MS).unref();
    });
  const lock: IndexLock = {
    async check() {
      const held = await stat(path).then(
        () => true,
        () => false,
      );
      if (!held) {
        throw new IndexLockedError(
          `The index in ${indexDir} was taken over by another process: run this again when that one is done.`,
        );
      }
    },
    release() {
      clearInterval(heartbeat);
      return remove();
    },
  };
  try {
    await mkdir(folder, { recursive: true });
    await writeFileDurably(path, Buffer.from(JSON.stringify(record)));
    return { lock, holder: await findHolder(folder, own) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** The oldest living claim that is not one's own; dead ones are removed. */
async function findHolder(folder: string, own: string): Promise<Claim | undefined> {
  const living: Claim[] = [];
  for (const name of await readdir(folder)) {
    if (name === own || !isOwn.lock(name)) continue;
    const path = join(folder, name);
    const silence = Date.now() - (await modified(path));
    const found = name.endsWith('.tmp') ? undefined : await readClaim(path);
    if (found ? await isLiving(found, silence) : silence < DEAD_AFTER_MS) {
      if (found) living.push(found);
    } else {
      await rm(path, { force: true });
    }
  }
  return living.sort((a, b) => (a.since < b.since ? -1 : 1))[0];
}

/** @returns undefined for what is gone by now, or is no claim. */
async function readClaim(path: string): Promise<Claim | undefined> {
  try {
    return claimRecord.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function modified(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}

async function isLiving({ pid, host, start }: Claim, silence: number): Promise<boolean> {
  if (host !== hostname()) return silence < DEAD_AFTER_MS;
  if (!isRunning(pid)) return false;
  // A number that now belongs to another process is known by when that one started.
  if (start !== null) return start === (await startOf(pid));
  return silence < DEAD_AFTER_MS;
}

function lockedBy(indexDir: string, { pid, host, since }: Claim): IndexLockedError {
  return new IndexLockedError(
    `The index in ${indexDir} is being written by process ${pid} on ${host} since ${since}: wait for it, or stop it.`,
  );
}
