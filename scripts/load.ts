import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Outcome, type Person, startSandbox, textOf } from '@pullquote/sandbox';
import { InvalidArgumentError } from 'commander';
import { readSettings } from '../src/config/settings.ts';
import { createBot } from '../src/discord/create-bot.ts';
import { createLog } from '../src/runtime/log.ts';
import { startServing } from '../src/serving/start-serving.ts';
import { createCommand } from '../src/terminal/command.ts';
import { EXIT } from '../src/terminal/exit-codes.ts';
import { runCommand } from '../src/terminal/run-command.ts';

/** A real server would have many; here it is everybody's, so the queue alone must say "busy". */
const NO_SERVER_LIMIT = 1_000_000;
const REPLY_TIMEOUT_MS = 60_000;

interface Options {
  members: number;
  questions: number;
  seconds: number;
  repeats: number;
  json?: boolean;
}

interface Result {
  kind: 'answered' | 'busy' | 'failed' | 'none';
  milliseconds: number;
}

await runCommand(async () => {
  const options = parseOptions();
  const settings = readSettings();
  const log = createLog({ level: 'error' });
  const serving = await startServing(settings, { log, tell: console.error });
  const sandbox = await startSandbox();
  const bot = createBot({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    ask: serving.ask,
    similar: serving.similar,
    library: serving.store,
    reindex: serving.reindex,
    intake: serving.intake,
    answerChannels: [],
    helpersRole: null,
    keepQuestionsDays: 0,
    dataDir: settings.DATA_DIR,
    questionsPerMinute: { member: settings.QUESTIONS_PER_MINUTE, guild: NO_SERVER_LIMIT },
    concurrency: settings.INFERENCE_PROCESSES,
    queueLimit: settings.QUEUE_LIMIT,
    log,
  });
  try {
    await bot.start();
    const members = Array.from({ length: options.members }, (_, i) =>
      sandbox.addMember(`Member ${i}`),
    );
    const questions = await questionsFor(options);
    print(await run(members, questions, options), options);
    return EXIT.answered;
  } finally {
    await bot.stop();
    await sandbox.close();
    await serving.close();
  }
});

function parseOptions(): Options {
  const whole = (value: string) => {
    const number = Number(value);
    if (Number.isInteger(number) && number > 0) return number;
    throw new InvalidArgumentError('It must be a whole number from 1.');
  };
  return createCommand('npm run load --')
    .description('Lets many members ask at once in the sandbox and measures what they get.')
    .option('--members <n>', 'how many ask', whole, 500)
    .option('--questions <n>', 'how many questions in all', whole, 2_000)
    .option('--seconds <n>', 'within how many seconds', whole, 60)
    .option('--repeats <n>', 'one question in n has been asked before', whole, 3)
    .option('--json', 'print one JSON object')
    .parse()
    .opts<Options>();
}

/** The project's own questions, told apart by a number once they run out; every so-manyth is a repeat. */
async function questionsFor({ questions, repeats }: Options): Promise<string[]> {
  const lines = (await readFile('corpus/questions.jsonl', 'utf8')).trim().split('\n');
  const bank = lines.map((line) => (JSON.parse(line) as { question: string }).question);
  const asked: string[] = [];
  for (let i = 0, fresh = 0; i < questions; i++) {
    if (i % repeats === repeats - 1) {
      asked.push(asked[Math.floor(i / 2)] as string);
      continue;
    }
    const round = Math.floor(fresh / bank.length);
    const question = bank[fresh++ % bank.length] as string;
    asked.push(round === 0 ? question : `${question} (${round})`);
  }
  return asked;
}

async function run(
  members: readonly Person[],
  questions: readonly string[],
  { seconds }: Options,
): Promise<Result[]> {
  const gap = (seconds * 1_000) / questions.length;
  const started = performance.now();
  const pending: Promise<Result>[] = [];
  for (const [i, question] of questions.entries()) {
    await sleep(Math.max(0, started + i * gap - performance.now()));
    const member = members[(i * 7) % members.length] as Person;
    pending.push(askAs(member, question));
  }
  return Promise.all(pending);
}

async function askAs(member: Person, question: string): Promise<Result> {
  const began = performance.now();
  const outcome = await member.slash(
    'general',
    'ask',
    { question, private: true },
    { timeoutMs: REPLY_TIMEOUT_MS },
  );
  return { kind: kindOf(outcome), milliseconds: performance.now() - began };
}

function kindOf({ message, failure, followUps }: Outcome): Result['kind'] {
  if (failure || !message || followUps.length > 0) return 'none';
  const text = textOf(message);
  if (/\d+ s\.$/u.test(text)) return 'busy';
  return text.includes('❓') ? 'answered' : 'failed';
}

function print(results: readonly Result[], { json }: Options): void {
  const of = (kind: Result['kind']) => results.filter((result) => result.kind === kind);
  const times = of('answered')
    .map(({ milliseconds }) => milliseconds)
    .sort((a, b) => a - b);
  const percentile = (share: number) => Math.round(times[Math.ceil(share * times.length) - 1] ?? 0);
  const figures = {
    questions: results.length,
    answered: of('answered').length / results.length,
    busy: of('busy').length / results.length,
    failed: of('failed').length,
    withoutExactlyOneReply: of('none').length,
    milliseconds: { p50: percentile(0.5), p95: percentile(0.95) },
  };
  if (json) {
    console.log(JSON.stringify(figures));
    return;
  }
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  console.log(
    [
      `Questions        ${figures.questions}`,
      `Answered         ${percent(figures.answered)}, p50 ${figures.milliseconds.p50} ms, p95 ${figures.milliseconds.p95} ms`,
      `Told "busy"      ${percent(figures.busy)}`,
      `Failed           ${figures.failed}`,
      `Not one reply    ${figures.withoutExactlyOneReply}`,
    ].join('\n'),
  );
}
