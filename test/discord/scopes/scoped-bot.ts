import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Sandbox, startSandbox } from '@pullquote/sandbox';
import { readSettings } from '../../../src/config/settings.ts';
import { type BotOptions, createBot } from '../../../src/discord/create-bot.ts';
import { createLog } from '../../../src/runtime/log.ts';
import { followRules, type Scopes } from '../../../src/scopes/follow-rules.ts';
import { type Serving, startServing } from '../../../src/serving/start-serving.ts';

/** A bot in a sandbox that answers from a folder of files, and whose rules are a file. */
export interface ScopedBot {
  sandbox: Sandbox;
  serving: Serving;
  scopes: Scopes;
  logged: () => string;
  /** Writes articles, and brings the index in line. */
  publish(articles: Readonly<Record<string, string>>): Promise<void>;
  /** Writes the rules, and waits until they count, or are refused. */
  rule(rules: string): Promise<void>;
  close(): Promise<void>;
}

const LOOK_EVERY_MS = 20;

export async function runScopedBot(
  articles: Readonly<Record<string, string>>,
  rulesFor: (sandbox: Sandbox) => string,
  changes: (sandbox: Sandbox) => Partial<BotOptions> = () => ({}),
): Promise<ScopedBot> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-scoped-'));
  const write = async (name: string, text: string) => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  };
  for (const [name, text] of Object.entries(articles)) await write(`corpus/${name}`, text);
  const sandbox = await startSandbox({ rateLimits: false });
  await write('scopes.yaml', rulesFor(sandbox));
  let output = '';
  const log = createLog(
    { level: 'info', secrets: [sandbox.token] },
    {
      write: (line: string) => {
        output += line;
      },
    },
  );
  const settings = readSettings({
    CORPUS_DIR: join(folder, 'corpus'),
    INDEX_DIR: join(folder, 'index'),
    INFERENCE_PROCESSES: '1',
  });
  const serving = await startServing(settings, { log, tell() {} });
  const stopping = new AbortController();
  const scopes = await followRules({
    file: join(folder, 'scopes.yaml'),
    isRequired: true,
    corpusDir: join(folder, 'corpus'),
    articleIds: () =>
      serving
        .store()
        .articles()
        .map(({ id }) => id),
    log,
    signal: stopping.signal,
    lookEveryMs: LOOK_EVERY_MS,
  });
  const bot = createBot({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    ask: serving.ask,
    similar: serving.similar,
    library: serving.store,
    scopes,
    reindex: serving.reindex,
    intake: serving.intake,
    answerChannels: [],
    helpersRole: null,
    keepQuestionsDays: 30,
    dataDir: folder,
    questionsPerMinute: { member: 10_000, guild: 10_000 },
    concurrency: 1,
    queueLimit: 100,
    indexCheckMs: 50,
    log,
    ...changes(sandbox),
  });
  await bot.start();
  return {
    sandbox,
    serving,
    scopes,
    logged: () => output,
    async publish(more) {
      for (const [name, text] of Object.entries(more)) await write(`corpus/${name}`, text);
      await serving.reindex(() => {});
    },
    async rule(rules) {
      const before = output.split('who sees what was read again').length;
      await write('scopes.yaml', rules);
      const isRead = () => output.split('who sees what was read again').length > before;
      while (!isRead() && !scopes.isOutdated) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    },
    async close() {
      stopping.abort();
      await bot.stop();
      await serving.close();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
