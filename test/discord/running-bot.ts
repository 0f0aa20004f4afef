import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, type SandboxOptions, startSandbox } from '@pullquote/sandbox';
import pino from 'pino';
import { type BotOptions, createBot } from '../../src/discord/create-bot.ts';
import type { Quote } from '../../src/passage.ts';
import { createLog } from '../../src/runtime/log.ts';
import { ARTICLES } from './articles.ts';
import { askByWords, libraryOf, type TestLibrary } from './library.ts';
import { NO_INTAKE } from './no-intake.ts';

/** A bot that is logged in to a sandbox, the articles that it knows, and what it logged. */
export interface RunningBot {
  sandbox: Sandbox;
  /** Set another one to swap the index under the running bot. */
  shelf: { library: TestLibrary };
  logged: Record<string, unknown>[];
  dataDir: string;
  invite: string;
  /** A second start with the same token, as after a restart. */
  restart: (changes?: Partial<BotOptions>) => Promise<void>;
  stopBot: () => Promise<void>;
  close: () => Promise<void>;
}

export async function runBot(
  changes: Partial<BotOptions> | ((sandbox: Sandbox) => Partial<BotOptions>) = {},
  sandboxOptions: SandboxOptions = {},
): Promise<RunningBot> {
  const sandbox = await startSandbox({ rateLimits: false, ...sandboxOptions });
  const dataDir = await mkdtemp(join(tmpdir(), 'pullquote-bot-'));
  const shelf = { library: libraryOf(ARTICLES) };
  const logged: Record<string, unknown>[] = [];
  const write = (line: string) => void logged.push(JSON.parse(line));
  const log = createLog({ level: 'debug', secrets: [sandbox.token] }, { write });
  const options: BotOptions = {
    ...optionsFor(sandbox, shelf),
    dataDir,
    log,
    ...(typeof changes === 'function' ? changes(sandbox) : changes),
  };
  let bot = createBot(options);
  const invite = await bot.start();
  return {
    sandbox,
    shelf,
    logged,
    dataDir,
    invite,
    async restart(more = {}) {
      await bot.stop();
      bot = createBot({ ...options, ...more });
      await bot.start();
    },
    stopBot: () => bot.stop(),
    async close() {
      await bot.stop();
      await sandbox.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** @throws Error with the first fault that the bot logged as its own */
export function expectNothingWrong({ logged }: RunningBot): void {
  const wrong = logged.find(({ msg }) => msg === 'something went wrong');
  if (wrong) throw new Error(JSON.stringify(wrong));
}

export function optionsFor(
  sandbox: Pick<Sandbox, 'token' | 'apiUrl'>,
  shelf: { library: TestLibrary },
): BotOptions {
  const ask = askByWords(() => shelf.library);
  return {
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    ask,
    similar: async (text, k, visible): Promise<Quote[]> =>
      (await ask(text, { top: k }, visible)).quotes,
    library: () => shelf.library,
    reindex: async () => ({ added: [], changed: [], removed: [], skipped: [], seconds: 0.1 }),
    intake: NO_INTAKE,
    answerChannels: [],
    helpersRole: null,
    keepQuestionsDays: 0,
    dataDir: '',
    questionsPerMinute: { member: 1_000, guild: 1_000 },
    concurrency: 2,
    queueLimit: 100,
    log: pino({ level: 'silent' }),
  };
}
