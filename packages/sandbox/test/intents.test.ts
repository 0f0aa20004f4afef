import { type Client, Events, GatewayIntentBits, type Message, Partials, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type Sandbox, startSandbox } from '../src/index.ts';
import { connect, PLAIN_INTENTS } from './client.ts';

let sandbox: Sandbox;
let client: Client<true>;
let ada: Person;
let heard: Message[];

async function start(intents: GatewayIntentBits[]): Promise<void> {
  client = await connect(sandbox, { intents, partials: [Partials.Channel] });
  heard = [];
  client.on(Events.MessageCreate, (message) => heard.push(message));
}

beforeEach(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  ada = sandbox.user('ada');
});

afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

/** What the bot reads of the next message that it hears. */
async function content(): Promise<string | undefined> {
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  return heard.shift()?.content;
}

describe('without Message Content, the content of a message', () => {
  beforeEach(() => start(PLAIN_INTENTS));

  it('is empty in a channel', async () => {
    ada.say('general', 'hello');
    expect(await content()).toBe('');
  });

  it('is empty by REST too', async () => {
    const { id, channel_id } = ada.say('general', 'hello');
    expect(await client.rest.get(Routes.channelMessage(channel_id, id))).toMatchObject({
      content: '',
    });
  });

  it('is there in a DM', async () => {
    ada.dm('hello');
    expect(await content()).toBe('hello');
  });

  it('is there when the bot is mentioned', async () => {
    ada.say('general', 'hello', { mentionBot: true });
    expect(await content()).toBe(`<@${sandbox.botId}> hello`);
  });

  describe('that replies to the bot', () => {
    async function botMessage() {
      const { id } = await client.rest
        .post(Routes.channelMessages(sandbox.channel('general').id), { body: { content: 'I' } })
        .then((message) => message as { id: string });
      await content();
      const message = sandbox.message(id);
      if (!message) throw new Error('no message');
      return message;
    }

    it('is there when the reply pings', async () => {
      ada.say('general', 'hello', { replyTo: await botMessage() });
      expect(await content()).toBe('hello');
    });

    it('is empty when it does not', async () => {
      ada.say('general', 'hello', { replyTo: await botMessage(), ping: false });
      expect(await content()).toBe('');
    });

    it('is empty when the bot had answered a slash command', async () => {
      await client.application.commands.set([{ name: 'ask', description: 'Ask.' }]);
      client.on(Events.InteractionCreate, (one) => one.isRepliable() && void one.reply('I'));
      const { message } = await ada.slash('general', 'ask');
      await content();
      ada.say('general', 'hello', { replyTo: message });
      expect(await content()).toBe('');
    });
  });
});

describe('with Message Content', () => {
  it('every message can be read', async () => {
    await start([...PLAIN_INTENTS, GatewayIntentBits.MessageContent]);
    ada.say('general', 'hello');
    expect(await content()).toBe('hello');
  });
});

describe('an event that was not asked for', () => {
  it('is not sent', async () => {
    await start([GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages]);
    ada.say('general', 'in the guild');
    ada.dm('in a DM');
    expect(await content()).toBe('in a DM');
  });

  it('is sent to nobody where the bot cannot see the channel', async () => {
    await start(PLAIN_INTENTS);
    sandbox.faults.forbid('ViewChannel', 'questions');
    ada.say('questions', 'hidden', { mentionBot: true });
    ada.say('general', 'open', { mentionBot: true });
    expect(await content()).toContain('open');
  });
});
