import { textOf } from '@pullquote/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBot, runBot } from './running-bot.ts';

const WALL = 'How many kilometres of the wall stood when the water came?';

let bot: RunningBot;
beforeAll(async () => {
  bot = await runBot();
});
afterEach(() => {
  bot.sandbox.faults.alterEvents(null);
  bot.logged.length = 0;
});
afterAll(() => bot.close());

const dev = () => bot.sandbox.user('dev');

async function answers(): Promise<void> {
  const reply = await dev().waitForReply(dev().say('general', WALL, { mentionBot: true }));
  expect(textOf(reply)).toContain('1.1 kilometres');
}

/** Lets the next interactions arrive without something that discord.js takes for granted. */
function breakInteractions(change: (interaction: Record<string, unknown>) => void): void {
  bot.sandbox.faults.alterEvents((type, data) => {
    if (type === 'INTERACTION_CREATE') change(data as Record<string, unknown>);
    return data;
  });
}

describe('an event that cannot be read', () => {
  it.each<[string, unknown]>([
    ['INTERACTION_CREATE', null],
    ['MESSAGE_CREATE', 'SECRET words'],
    ['GUILD_CREATE', { id: 'SECRET words', channels: 7 }],
    ['CHANNEL_CREATE', null],
    ['READY', null],
    ['error', { message: 'SECRET words' }],
  ])('is dropped: %s %j', async (type, data) => {
    bot.sandbox.faults.dispatch(type, data);
    await answers();
    expect(bot.logged.map(({ msg }) => msg)).toContain('an event could not be read');
    expect(JSON.stringify(bot.logged)).not.toContain('SECRET');
  });

  it('is logged with its name and where it failed, not with what it says', async () => {
    bot.sandbox.faults.dispatch('INTERACTION_CREATE', { id: 'SECRET', type: 4 });
    await answers();
    const line = bot.logged.find(({ msg }) => msg === 'an event could not be read');
    expect(line).toMatchObject({ event: 'INTERACTION_CREATE', error: 'TypeError' });
    expect(line?.at).toContain('discord.js');
    expect(JSON.stringify(bot.logged)).not.toContain('SECRET');
  });

  it('does not end a connection that is open', async () => {
    for (const text of ['{', 'null', '[]', '{"op":0}', '{"op":0,"t":"READY","s":2,"d":{}}']) {
      bot.sandbox.faults.send(text);
    }
    await answers();
    expect(bot.logged.map(({ msg }) => msg)).not.toContain('reconnecting');
  });
});

describe('an interaction that cannot be read', () => {
  it('gets an apology when it is a command without its data', async () => {
    breakInteractions((interaction) => delete interaction.data);
    const outcome = await dev().slash('general', 'about');
    expect(outcome).toMatchObject({ failure: null, ephemeral: true });
    expect(outcome.message && textOf(outcome.message)).toContain('Something went wrong');
  });

  it('gets an apology when it is a button whose message has no channel', async () => {
    const message = await dev().waitForReply(dev().say('general', WALL, { mentionBot: true }));
    const button = /pq2\.context[\w.-]+/u.exec(JSON.stringify(message.components))?.[0] ?? '';
    breakInteractions((interaction) => {
      Object.assign(interaction, { channel: null });
      Object.assign(interaction.message as object, { channel_id: null, author: null });
    });
    const outcome = await dev().press(message, button);
    expect(outcome).toMatchObject({ failure: null, ephemeral: true });
    expect(outcome.message && textOf(outcome.message)).toContain('Something went wrong');
  });

  it('offers no choices when it is an autocomplete without its data', async () => {
    breakInteractions((interaction) => delete interaction.data);
    const choices = await dev().autocomplete('general', 'ask', 'article', 'alder', {
      question: 'x',
    });
    expect(choices).toEqual([]);
  });
});
