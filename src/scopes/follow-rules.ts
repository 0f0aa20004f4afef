import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ScopesError, SettingError } from '../errors.ts';
import { type Place, type Rules, scopeAt } from './rules.ts';
import { parseRules } from './rules-file.ts';
import type { Scope } from './scope.ts';
import { unknownFolders } from './unknown-folder.ts';

/** Between two looks at the file, in milliseconds. */
const LOOK_EVERY_MS = 2_000;

/** Who sees what, now. */
export interface Scopes {
  at(place: Place): Scope;
  /** The newest version of the file has mistakes, so that the one before counts. */
  readonly isOutdated: boolean;
}

export interface RulesOptions {
  file: string;
  /** Whether it must be there; else everybody sees everything where it is not. */
  isRequired: boolean;
  corpusDir: string;
  /** Of the articles that can be asked now. */
  articleIds: () => readonly string[];
  log: Logger;
  /** Ends the following. */
  signal: AbortSignal;
  lookEveryMs?: number;
}

/**
 * Reads the rules, and again whenever their file changes. A new version with mistakes is logged,
 * and the one before goes on; so it does when the file is taken away.
 *
 * @throws ScopesError with a line for each mistake; SettingError where the file cannot be read.
 */
export async function followRules(options: RulesOptions): Promise<Scopes> {
  const { file, isRequired, corpusDir, articleIds, log, signal } = options;
  const { lookEveryMs = LOOK_EVERY_MS } = options;
  const parse = (text: string) =>
    parseRules(text, basename(file), unknownFolders(articleIds(), isFolderIn(corpusDir)));

  let text = await read(file);
  if (text === undefined && isRequired) {
    throw new SettingError(`SCOPES=${file} is not there: write it, or leave the setting out.`);
  }
  let rules: Rules | undefined = text === undefined ? undefined : parse(text);
  let isOutdated = false;
  /** What the file held at the last look. */
  let seen = text;
  let told = '';
  const keepOld = (mistakes: readonly string[], error?: unknown) => {
    isOutdated = true;
    if (mistakes.join() === told) return;
    told = mistakes.join();
    for (const mistake of mistakes) {
      log.warn(error ? { err: error } : {}, `${mistake}. Until then the rules before it count.`);
    }
  };

  const look = async () => {
    const next = await read(file);
    const isWhole = next === seen;
    seen = next;
    // One that is still being written may say too little, and so show too much.
    if (!isWhole) return;
    // What is wrong with it may have been mended elsewhere: a folder may have its articles now.
    if (next === text && !isOutdated) return;
    text = next;
    if (text === undefined) throw new ScopesError([`${basename(file)} is gone: put it back`]);
    rules = parse(text);
    isOutdated = false;
    told = '';
    log.info({ file }, 'who sees what was read again');
  };
  const following = async () => {
    while (!signal.aborted) {
      await sleep(lookEveryMs, undefined, { signal, ref: false }).catch(() => {});
      if (signal.aborted) return;
      await look().catch((error: unknown) => {
        if (error instanceof ScopesError) keepOld(error.mistakes);
        else keepOld([`${basename(file)} cannot be read: let it be read again.`], error);
      });
    }
  };
  void following();
  return {
    at: (place: Place): Scope => scopeAt(rules, place),
    get isOutdated() {
      return isOutdated;
    },
  };
}

/** Undefined where there is none. */
async function read(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new SettingError(`SCOPES=${file} cannot be read (${code}).`, { cause });
  }
}

function isFolderIn(corpusDir: string): (folder: string) => boolean {
  return (folder) =>
    folder.split('/').every((part) => !['', '.', '..'].includes(part)) &&
    (statSync(join(corpusDir, folder), { throwIfNoEntry: false })?.isDirectory() ?? false);
}
