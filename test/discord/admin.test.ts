import { type Outcome, textOf } from '@pullquote/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/discord/commands/commands.ts';
import type { BotOptions } from '../../src/discord/create-bot.ts';
import { CorpusError } from '../../src/errors.ts';
import { ARTICLES } from './articles.ts';
import { libraryOf } from './library.ts';
import { type RunningBot, runBot } from './running-bot.ts';

let bot: RunningBot;
/** What the next `/reindex` does. */
let reindex: BotOptions['reindex'];
beforeAll(async () => {
  bot = await runBot({ keepQuestionsDays: 7, reindex: (onProgress) => reindex(onProgress) });
});
afterAll(() => bot.close());

const said = (outcome: Outcome) => (outcome.message ? textOf(outcome.message) : outcome.failure);
const ben = () => bot.sandbox.user('ben');

describe('commands for admins', () => {
  it('are not offered to members', () => {
    const offered = bot.sandbox.user('dev').commands('general');
    const names = offered.map(({ name }) => name);
    expect(names).toContain('ask');
    for (const name of ['reindex', 'status', 'gaps']) expect(names).not.toContain(name);
  });
});

describe('a server that hands the commands for admins to everybody', () => {
  it('does not get past the bot’s own check', async () => {
    const { apiUrl, token, botId } = bot.sandbox;
    const open = COMMANDS.map((command) => ({ ...command, default_member_permissions: null }));
    const response = await fetch(`${apiUrl}/v10/applications/${botId}/commands`, {
      method: 'PUT',
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(open),
    });
    expect(response.status).toBe(200);
    for (const name of ['reindex', 'status', 'gaps']) {
      const outcome = await bot.sandbox.user('dev').slash('general', name);
      expect(outcome.ephemeral).toBe(true);
      expect(said(outcome)).toContain('needs the permission to manage the server');
    }
  });
});

describe('/reindex', () => {
  it('shows the progress and then what changed, and the new index answers', async () => {
    reindex = async (onProgress) => {
      onProgress({ done: 1, total: 10 });
      bot.shelf.library = libraryOf([...ARTICLES, { id: 'new', text: 'New.' }], 'g2');
      return {
        added: ['new.md'],
        changed: [],
        removed: [],
        skipped: [new Error('b.md: has no *paragraph*')],
        seconds: 1.234,
      };
    };
    const outcome = await ben().slash('general', 'reindex');
    await bot.sandbox.until(() => said(outcome)?.includes('Done in') ?? false);
    expect(said(outcome)).toContain('Done in 1.2 s: 1 added, 0 changed, 0 removed.');
    expect(said(outcome)).toContain('b.md: has no \\*paragraph\\*');
    expect(said(await ben().slash('general', 'status'))).toContain('`g2`');
  });

  it('runs once at a time', async () => {
    let finish: () => void = () => {};
    const wait = new Promise<void>((resolve) => {
      finish = resolve;
    });
    reindex = async () => {
      await wait;
      return { added: [], changed: [], removed: [], skipped: [], seconds: 1 };
    };
    const first = await ben().slash('general', 'reindex');
    const second = await bot.sandbox.user('ada').slash('general', 'reindex');
    expect(said(second)).toContain('being read already');
    finish();
    await bot.sandbox.until(() => said(first)?.includes('Done in') ?? false);
  });

  it('says why the old index stays when the corpus has vanished', async () => {
    reindex = () => Promise.reject(new CorpusError('There is no folder /srv/corpus.'));
    const outcome = await ben().slash('general', 'reindex');
    await bot.sandbox.until(() => said(outcome)?.includes('stays in use') ?? false);
    expect(said(outcome)).toBe('The old index stays in use: There is no folder /srv/corpus.');
    const dev = bot.sandbox.user('dev');
    const reply = await dev.waitForReply(dev.dm('How many visitors did the library count?'));
    expect(textOf(reply)).toContain('41,000');
  });

  it('gives an id that is in the log when something is broken', async () => {
    reindex = () => Promise.reject(new TypeError('undefined is not a function'));
    const outcome = await ben().slash('general', 'reindex');
    await bot.sandbox.until(() => said(outcome)?.includes('went wrong') ?? false);
    const id = /Error (\w+)/u.exec(said(outcome) ?? '')?.[1];
    expect(said(outcome)).not.toContain('undefined');
    expect(bot.logged.some(({ errorId }) => errorId === id)).toBe(true);
  });
});

describe('/status', () => {
  it('shows index, queue and times', async () => {
    const dev = bot.sandbox.user('dev');
    await dev.waitForReply(dev.dm('How many visitors did the library count?'));
    const text = said(await ben().slash('general', 'status'));
    expect(text).toContain('Queue: 0 waiting, 0 in work');
    expect(text).toMatch(/median \d+ ms, p95 \d+ ms/u);
    expect(text).not.toContain('does not know');
  });

  it('warns where articles are in a language that the search model does not know', async () => {
    const before = bot.shelf.library;
    const german = libraryOf([{ id: 'a', text: 'Eins.', language: 'de' }], 'g3');
    german.manifest.model.model = 'bge-small-en-v1.5';
    bot.shelf.library = german;
    const text = said(await ben().slash('general', 'status'));
    bot.shelf.library = before;
    expect(text).toContain('1 article is in German, which the search model does not know');
  });
});

describe('/gaps', () => {
  it('lists what found nothing or got 👎, and /forget-me takes it out', async () => {
    const dev = bot.sandbox.user('dev');
    const ask = (question: string) => dev.say('general', question, { mentionBot: true });
    await dev.waitForReply(ask('Which *zebra* won?'));
    const reply = await dev.waitForReply(ask('How many visitors did the library count?'));
    expect(said(await dev.press(reply, '👎'))).toContain('noted for the admins');
    const gaps = said(await ben().slash('general', 'gaps'));
    expect(gaps).toContain('Which \\*zebra\\* won? · no answer · 1×');
    expect(gaps).toContain('How many visitors did the library count? · 👎 · 1×');
    expect(said(await dev.slash('general', 'forget-me'))).toBe(
      'I have deleted 2 of your questions.',
    );
    expect(said(await ben().slash('general', 'gaps'))).toContain('Every question found');
  });

  it('groups what asks the same, and sends everything as a file without formulas', async () => {
    const dev = bot.sandbox.user('dev');
    const ask = (question: string) =>
      dev.waitForReply(dev.say('general', question, { mentionBot: true }));
    for (const one of ['Which zebra won?', 'which zebras won', '=Which(unicorn) sang?'])
      await ask(one);
    const outcome = await ben().slash('general', 'gaps');
    expect(outcome.ephemeral).toBe(true);
    expect(said(outcome)).toContain('2× · ');
    expect(said(outcome)).toContain('· 1 other wording');
    const csv = bot.sandbox.requests.findLast(({ uploads }) => uploads)?.uploads?.['gaps.csv'];
    expect(csv).toContain('"which zebras won"');
    expect(csv).toContain(`"'=Which(unicorn) sang?"`);
    await dev.slash('general', 'forget-me');
  });

  it('is mentioned in /about, with the days', async () => {
    expect(said(await ben().slash('general', 'about'))).toContain('are kept for 7 days');
  });
});
