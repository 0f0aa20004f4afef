import { once } from 'node:events';
import { access, constants, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '@pullquote/sandbox';
import open from 'open';
import type { Logger } from 'pino';
import { readSettings, type Settings } from './config/settings.ts';
import { type BotOptions, createBot, type RunningBot } from './discord/create-bot.ts';
import { SettingError } from './errors.ts';
import type { Running } from './operations/health.ts';
import type { Operations } from './operations/start-operations.ts';
import { deferred } from './runtime/deferred.ts';
import { createLog } from './runtime/log.ts';
import { followRules, type Scopes } from './scopes/follow-rules.ts';
import { type Serving, startServing } from './serving/start-serving.ts';
import { Closing } from './terminal/closing.ts';
import { count } from './terminal/count.ts';
import { EXIT } from './terminal/exit-codes.ts';
import { runCommand } from './terminal/run-command.ts';

/** For everything together to close: open questions are answered first. */
const CLOSING_TIMEOUT_MS = 11_200;
/** For a start that was broken off to let go of the index. */
const LETTING_GO_TIMEOUT_MS = 500;

await runCommand(async (interrupted) => {
  const settings = readSettings();
  const closing = new Closing(console.error);
  const broken = deferred<never>();
  const starting = start(settings, { closing, interrupted, onEnd: broken.reject });
  try {
    await Promise.race([starting, broken.promise, abortOf(interrupted)]);
    await Promise.race([broken.promise, abortOf(interrupted)]);
  } catch (error) {
    if (!interrupted.aborted) throw error;
  } finally {
    await closing.close(CLOSING_TIMEOUT_MS);
  }
  await Promise.race([starting.catch(() => {}), sleep(LETTING_GO_TIMEOUT_MS)]);
  return EXIT.answered;
}, CLOSING_TIMEOUT_MS + LETTING_GO_TIMEOUT_MS);

interface Run {
  closing: Closing;
  interrupted: AbortSignal;
  /** Called when the bot cannot go on. */
  onEnd: (error: Error) => void;
}

/** Opens everything, one after the other; resolves when the bot answers. */
async function start(settings: Settings, { closing, interrupted, onEnd }: Run): Promise<void> {
  const isTrial = settings.DISCORD_TOKEN === undefined;
  const log = createLog({
    level: settings.LOG_LEVEL ?? (isTrial ? 'warn' : 'info'),
    secrets: [settings.DISCORD_TOKEN ?? ''],
  });
  let serving: Serving | undefined;
  let bot: RunningBot | undefined;
  const operations = await openOperations(settings, {
    index: () => serving?.store().manifest,
    bot: () => bot?.state(),
    isStopping: () => interrupted.aborted,
  });
  if (operations) closing.add('The metrics', () => operations.close());
  const watcher = operations?.watcher;
  await makeDataFolder(settings);
  const sandbox = isTrial ? await openSandbox(settings) : undefined;
  if (sandbox) closing.add('The sandbox', () => sandbox.close());

  serving = await startServing(settings, {
    log,
    tell,
    watcher,
    onEnd,
    follow: settings.FOLLOW_CORPUS,
    signal: interrupted,
  });
  const { close, store } = serving;
  closing.add('The index', close);
  interrupted.throwIfAborted();
  const scopes = await readScopes(settings, serving, log, interrupted);
  bot = createBot({
    ...botOptions(settings, serving, log),
    watcher,
    scopes,
    ...(sandbox ? trialOptions(sandbox, settings) : {}),
    onEnd,
  });
  closing.add('The connection to Discord', bot.stop);
  const invite = await bot.start();
  const { articles, passages } = store().manifest;
  tell(`Answering from ${count(articles, 'article')} (${count(passages, 'passage')}).`);
  if (sandbox) await showPage(sandbox, settings);
  else tell(`Invite the bot to a server: ${invite}`);
}

function readScopes(
  { SCOPES, CORPUS_DIR }: Settings,
  serving: Serving,
  log: Logger,
  signal: AbortSignal,
): Promise<Scopes> {
  return followRules({
    file: SCOPES ?? join(dirname(CORPUS_DIR), 'scopes.yaml'),
    isRequired: SCOPES !== undefined,
    corpusDir: CORPUS_DIR,
    articleIds: () =>
      serving
        .store()
        .articles()
        .map(({ id }) => id),
    log,
    signal,
  });
}

async function makeDataFolder({ DATA_DIR }: Settings): Promise<void> {
  try {
    await mkdir(DATA_DIR, { recursive: true });
    await access(DATA_DIR, constants.W_OK);
  } catch (cause) {
    throw new SettingError(
      `DATA_DIR=${DATA_DIR} must be a folder that can be written (${reasonOf(cause)}).`,
      { cause },
    );
  }
}

/** Health and metrics, where they are asked for. */
async function openOperations(
  { METRICS_PORT }: Settings,
  running: Running,
): Promise<Operations | undefined> {
  if (METRICS_PORT === 0) return undefined;
  // Without a port it is never loaded.
  const { startOperations } = await import('./operations/start-operations.ts');
  try {
    return await startOperations(METRICS_PORT, running);
  } catch (cause) {
    throw new SettingError(
      `METRICS_PORT=${METRICS_PORT} cannot be opened (${reasonOf(cause)}): choose another, or 0 for no metrics.`,
      { cause },
    );
  }
}

async function openSandbox({ SANDBOX_PORT }: Settings): Promise<Sandbox> {
  // With a token it is never loaded, nor the web server and the schemas that it brings along.
  const { startSandbox } = await import('@pullquote/sandbox');
  try {
    return await startSandbox({ port: SANDBOX_PORT });
  } catch (cause) {
    if (SANDBOX_PORT === 0) throw cause;
    throw new SettingError(
      `SANDBOX_PORT=${SANDBOX_PORT} cannot be opened (${reasonOf(cause)}): choose another, or 0 for any free one.`,
      { cause },
    );
  }
}

/** What the system says, in words where they are the likely ones. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EADDRINUSE':
      return 'another program uses it';
    case 'EEXIST':
    case 'ENOTDIR':
      return 'a file is in its place';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'the system does not allow it';
    default:
      return code ?? message;
  }
}

function botOptions(settings: Settings, serving: Serving, log: Logger): BotOptions {
  return {
    token: settings.DISCORD_TOKEN ?? '',
    ...(settings.DISCORD_API_URL ? { apiUrl: settings.DISCORD_API_URL } : {}),
    ask: serving.ask,
    similar: serving.similar,
    library: serving.store,
    reindex: serving.reindex,
    intake: serving.intake,
    addInServers: settings.ADD_IN_SERVERS,
    answerChannels: settings.ANSWER_CHANNELS,
    answerForums: settings.ANSWER_FORUMS,
    ...(settings.ANNOUNCE_CHANNEL ? { announceChannel: settings.ANNOUNCE_CHANNEL } : {}),
    quietUnlessSure: settings.QUIET_UNLESS_SURE,
    helpersRole: settings.HELPERS_ROLE ?? null,
    keepQuestionsDays: settings.KEEP_QUESTIONS_DAYS,
    dataDir: settings.DATA_DIR,
    questionsPerMinute: {
      member: settings.QUESTIONS_PER_MINUTE,
      guild: settings.SERVER_QUESTIONS_PER_MINUTE,
    },
    concurrency: settings.INFERENCE_PROCESSES,
    queueLimit: settings.QUEUE_LIMIT,
    log,
  };
}

/** In the sandbox everything that needs setting up at Discord is set up already. */
function trialOptions(sandbox: Sandbox, settings: Settings): Partial<BotOptions> {
  return {
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    answerChannels: [...settings.ANSWER_CHANNELS, sandbox.channel('questions').id],
    answerForums: [...settings.ANSWER_FORUMS, sandbox.channel('ask-the-desk').id],
    helpersRole: settings.HELPERS_ROLE ?? sandbox.roleId('Helpers'),
  };
}

async function showPage({ pageUrl }: Sandbox, { NO_OPEN, CI }: Settings): Promise<void> {
  tell(`Try it in the browser: ${pageUrl}`);
  tell('This is a stand-in for Discord. Set DISCORD_TOKEN to run on Discord itself.');
  // Without a browser the address is enough.
  if (process.stdout.isTTY && !NO_OPEN && !CI) await open(pageUrl).catch(() => {});
}

async function abortOf(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

function tell(line: string): void {
  console.log(line);
}
