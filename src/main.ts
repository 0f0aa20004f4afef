import { mkdir } from 'node:fs/promises';
import open from 'open';
import type { Logger } from 'pino';
import { readSettings, type Settings } from './config.ts';
import { type BotOptions, createBot } from './discord/index.ts';
import { createLog } from './log.ts';
import { type Sandbox, startSandbox } from './sandbox/index.ts';
import { type Serving, startServing } from './serving/start-serving.ts';
import { count } from './terminal/count.ts';
import { EXIT, runCommand } from './terminal/run-command.ts';

/** What is to be closed in the end, the last opened first. */
const closing: (() => unknown)[] = [];

await runCommand(async () => {
  const settings = readSettings();
  const ended = endOfRun();
  try {
    await Promise.race([start(settings, ended.fail), ended.promise]);
    await ended.promise;
    return EXIT.answered;
  } finally {
    for (const close of closing.reverse()) await close();
  }
});

async function start(settings: Settings, onEnd: (error: Error) => void): Promise<void> {
  const isTrial = settings.DISCORD_TOKEN === undefined;
  const log = createLog({
    level: settings.LOG_LEVEL ?? (isTrial ? 'warn' : 'info'),
    secrets: [settings.DISCORD_TOKEN ?? ''],
  });
  const sandbox = isTrial ? await startSandbox({ port: settings.SANDBOX_PORT }) : undefined;
  if (sandbox) closing.push(() => sandbox.close());

  const serving = await startServing(settings, log, tell);
  closing.push(() => serving.close());
  await mkdir(settings.DATA_DIR, { recursive: true });
  const bot = createBot({
    ...botOptions(settings, serving, log),
    ...(sandbox ? trialOptions(sandbox, settings) : {}),
    onEnd,
  });
  closing.push(() => bot.stop());
  const invite = await bot.start();
  const { articles, passages } = serving.store().manifest;
  tell(`Answering from ${count(articles, 'article')} (${count(passages, 'passage')}).`);
  if (sandbox) await showPage(sandbox, settings);
  else tell(`Invite the bot to a server: ${invite}`);
}

function botOptions(settings: Settings, serving: Serving, log: Logger): BotOptions {
  return {
    token: settings.DISCORD_TOKEN ?? '',
    ...(settings.DISCORD_API_URL ? { apiUrl: settings.DISCORD_API_URL } : {}),
    ask: serving.ask,
    similar: serving.similar,
    library: serving.store,
    reindex: serving.reindex,
    answerChannels: settings.ANSWER_CHANNELS,
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
    helpersRole: settings.HELPERS_ROLE ?? sandbox.roleId('Helpers'),
  };
}

async function showPage({ pageUrl }: Sandbox, { NO_OPEN, CI }: Settings): Promise<void> {
  tell(`Try it in the browser: ${pageUrl}`);
  tell('This is a stand-in for Discord. Set DISCORD_TOKEN to run on Discord itself.');
  // Without a browser the address is enough.
  if (process.stdout.isTTY && !NO_OPEN && !CI) await open(pageUrl).catch(() => {});
}

/** Resolves on SIGTERM or Ctrl-C, rejects when the bot cannot go on; a second signal ends at once. */
function endOfRun() {
  let fail: (error: Error) => void = () => {};
  const promise = new Promise<void>((resolve, reject) => {
    fail = reject;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        resolve();
        process.once(signal, () => process.exit(EXIT.interrupted));
      });
    }
  });
  return { promise, fail };
}

function tell(line: string): void {
  console.log(line);
}
