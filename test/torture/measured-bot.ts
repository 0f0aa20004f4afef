import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createBot } from '../../src/discord/create-bot.ts';
import { ARTICLES } from '../discord/articles.ts';
import { askByWords, libraryOf } from '../discord/library.ts';
import { NO_INTAKE } from '../discord/no-intake.ts';

/**
 * A bot in a process of its own, so that its heap is measured alone: `node --expose-gc` runs this
 * with the API's address and the token. It says `ready`, and its heap in bytes whenever it is asked.
 */
const [apiUrl = '', token = ''] = process.argv.slice(2);
const library = libraryOf(ARTICLES);
const ask = askByWords(() => library);
const dataDir = await mkdtemp(join(tmpdir(), 'pullquote-measured-'));

const bot = createBot({
  token,
  apiUrl,
  ask,
  similar: async (text, k) => (await ask(text, { top: k })).quotes,
  library: () => library,
  reindex: async () => ({ added: [], changed: [], removed: [], skipped: [], seconds: 0 }),
  intake: NO_INTAKE,
  answerChannels: [],
  helpersRole: null,
  keepQuestionsDays: 7,
  dataDir,
  questionsPerMinute: { member: 1_000_000, guild: 1_000_000 },
  concurrency: 2,
  queueLimit: 1_000,
  log: pino({ level: 'error' }, pino.destination(2)),
});

process.on('message', (message) => {
  if (message === 'heap') process.send?.({ heap: heapAfterCollection() });
});
process.on('disconnect', async () => {
  await bot.stop();
  await rm(dataDir, { recursive: true, force: true });
  process.exit();
});

await bot.start();
process.send?.('ready');

function heapAfterCollection(): number {
  // Twice: what finalizers let go of in the first goes in the second.
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
