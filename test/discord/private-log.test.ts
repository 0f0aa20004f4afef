import { setTimeout as sleep } from 'node:timers/promises';
import { type Sandbox, startSandbox } from '@pullquote/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBot } from '../../src/discord/create-bot.ts';
import { createLog } from '../../src/runtime/log.ts';
import { libraryOf } from './library.ts';
import { optionsFor } from './running-bot.ts';

const IN_QUESTION = 'QUESTIONMARK';
const IN_ARTICLE = 'ARTICLEMARK';
const QUESTION = `How high did the ${IN_QUESTION} river rise at the quay?`;
const ARTICLE = `The river rose to 5.82 metres at the quay, says ${IN_ARTICLE}.`;

/** So late a private answer comes by way of the interaction's webhook. */
const LATE_MS = 300;

let sandbox: Sandbox;
let bot: ReturnType<typeof createBot>;
let output = '';
let askFails = false;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  const write = (line: string) => {
    output += line;
  };
  const log = createLog({ level: 'trace', secrets: [sandbox.token] }, { write });
  const shelf = { library: libraryOf([{ id: 'river', text: ARTICLE }]) };
  const options = optionsFor(sandbox, shelf);
  bot = createBot({
    ...options,
    log,
    ask: async (question, more) => {
      await sleep(LATE_MS);
      return askFails ? JSON.parse(question) : options.ask(question, more);
    },
  });
  await bot.start();
});
afterAll(async () => {
  await bot.stop();
  await sandbox.close();
});

const form = {
  status: 400,
  type: 'application/json',
  body: JSON.stringify({
    message: 'Invalid Form Body',
    code: 50035,
    errors: {
      content: { _errors: [{ code: 'BAD', message: `"${ARTICLE}" is not "${QUESTION}"` }] },
    },
  }),
};
const ways: [string, (route: RegExp) => void][] = [
  ['a refused form', (route) => sandbox.faults.answerNext(form, route, 10)],
  ['a 403', (route) => sandbox.faults.answerNext({ ...form, status: 403 }, route, 10)],
  ['a 404', (route) => sandbox.faults.answerNext({ status: 404 }, route, 10)],
  ['a 500', (route) => sandbox.faults.failNext(500, route, 10)],
  ['a connection that is cut', (route) => sandbox.faults.cutNext(route, 10)],
  [
    'an answer that is no JSON',
    (route) => sandbox.faults.answerNext({ ...form, status: 200, body: `"${QUESTION}` }, route, 10),
  ],
];

/** Waits for a line that was not there before. */
async function logged(before: number, words: string): Promise<void> {
  await expect.poll(() => output.slice(before), { timeout: 10_000 }).toContain(words);
  sandbox.faults.healRest();
}

function expectNothingPrivate(): void {
  const tokens = sandbox.requests.flatMap(
    ({ path }) => /^\/(?:interactions|webhooks)\/\d+\/([\w-]+)/u.exec(path)?.[1] ?? [],
  );
  for (const mark of [IN_QUESTION, IN_ARTICLE, sandbox.token, ...tokens]) {
    expect(output).not.toContain(mark);
  }
}

describe('the log holds no question, article or token after', () => {
  it.each(ways)('a reply that fails with %s', async (_, fail) => {
    const before = output.length;
    fail(/^POST .*\/messages$/u);
    sandbox.user('dev').say('general', QUESTION, { mentionBot: true });
    await logged(before, '"err"');
    expectNothingPrivate();
  });

  it.each(ways)('a private answer that fails with %s', async (what, fail) => {
    const before = output.length;
    fail(/^(?:PATCH|POST) \/webhooks/u);
    const use = { untilAcknowledged: true };
    // Not asked before: what is remembered would be answered at once.
    const question = `${QUESTION} With ${what}?`;
    await sandbox.user('dev').slash('general', 'ask', { question, private: true }, use);
    await logged(before, '"err"');
    expectNothingPrivate();
    expect(output.slice(before)).toMatch(
      /"route":"\/api\/v10\/webhooks\/\d+\/…\/messages|"type":/u,
    );
  });

  it('a search that fails on the question', async () => {
    const before = output.length;
    askFails = true;
    sandbox.user('dev').say('general', `${QUESTION} And why?`, { mentionBot: true });
    await logged(before, 'something could not be read');
    askFails = false;
    expectNothingPrivate();
  });

  it('an interaction that has lost its id', async () => {
    const before = output.length;
    sandbox.faults.alterEvents((type, data) =>
      type === 'INTERACTION_CREATE' ? { ...(data as object), id: '' } : data,
    );
    const use = { question: QUESTION };
    const asking = sandbox.user('dev').slash('general', 'ask', use, { untilAcknowledged: true });
    await logged(before, '"err"');
    sandbox.faults.alterEvents(null);
    const { token } = (await asking).interaction;
    expect(output).not.toContain(token);
    expectNothingPrivate();
  });

  it('an event that cannot be read', async () => {
    const before = output.length;
    sandbox.faults.dispatch('INTERACTION_CREATE', { token: QUESTION, data: ARTICLE, type: 4 });
    await logged(before, 'an event could not be read');
    expectNothingPrivate();
  });
});

it('an error keeps what tells where it comes from', async () => {
  const before = output.length;
  sandbox.faults.answerNext(form, /^POST .*\/messages$/u);
  sandbox.user('dev').say('general', QUESTION, { mentionBot: true });
  await logged(before, '"err"');
  const line =
    output
      .slice(before)
      .split('\n')
      .find((one) => one.includes('"err"')) ?? '';
  expect(JSON.parse(line).err).toMatchObject({
    type: 'DiscordAPIError[50035]',
    message: 'Invalid Form Body content[BAD]',
    code: 50035,
    status: 400,
    method: 'POST',
    route: expect.stringMatching(/^\/api\/v10\/channels\/\d+\/messages$/u),
    stack: expect.stringContaining('    at '),
  });
});
