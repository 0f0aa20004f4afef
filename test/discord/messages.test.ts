import { textOf } from '@pullquote/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBot, runBot } from './running-bot.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await runBot();
});
afterAll(() => bot.close());

const WALL = 'How many kilometres of the wall stood when the water came?';

describe('a question in a message', () => {
  it('is answered with a quote card when it mentions the bot', async () => {
    const dev = bot.sandbox.user('dev');
    const asked = dev.say('general', WALL, { mentionBot: true });
    const reply = await dev.waitForReply(asked);
    expect(textOf(reply)).toContain('**Of 1.8 kilometres planned, 1.1 kilometres stood');
    expect(textOf(reply)).toContain(
      '[The night the Alder rose](<https://news.example/2025/flood>)',
    );
    expect(textOf(reply)).toContain('Mira Holm, Jon Aske · <t:1740996000:D> · ¶\u00a03');
    expect(reply.message_reference?.message_id).toBe(asked.id);
  });

  it('is answered in a DM', async () => {
    const dev = bot.sandbox.user('dev');
    const reply = await dev.waitForReply(dev.dm(WALL));
    expect(textOf(reply)).toContain('1.1 kilometres');
  });

  it('is answered in a thread where it mentions the bot', async () => {
    const dev = bot.sandbox.user('dev');
    const thread = dev.thread('general', 'About the flood');
    const reply = await dev.waitForReply(dev.say(thread, WALL, { mentionBot: true }));
    expect(textOf(reply)).toContain('1.1 kilometres');
  });

  it('makes the bot type at once', async () => {
    const dev = bot.sandbox.user('dev');
    const before = bot.sandbox.requests.length;
    const question = 'How many cameras watch the reading rooms?';
    await dev.waitForReply(dev.say('general', question, { mentionBot: true }));
    const made = bot.sandbox.requests.slice(before).map((r) => r.path);
    expect(made[0]).toMatch(/\/typing$/u);
    expect(made).toHaveLength(2);
  });

  it('that leans on a card it replies to is searched together with the earlier one', async () => {
    const dev = bot.sandbox.user('dev');
    const first = await dev.waitForReply(
      dev.say('general', 'Who is the mayor of Ostby?', { mentionBot: true }),
    );
    const reply = await dev.waitForReply(
      dev.say('general', 'what was she before?', { replyTo: first }),
    );
    expect(textOf(reply)).toContain('hydrologist');
  });

  it('that stands alone is not dragged along', async () => {
    const dev = bot.sandbox.user('dev');
    const first = await dev.waitForReply(dev.say('general', WALL, { mentionBot: true }));
    const reply = await dev.waitForReply(
      dev.say('general', 'How many visitors did the library count?', { replyTo: first }),
    );
    const quoted = textOf(reply).match(/^> .*$/gmu) ?? [];
    expect(quoted[0]).toContain('41,000 visitors');
  });

  it('that no article answers gets the nearest articles, each with a look-up', async () => {
    const dev = bot.sandbox.user('dev');
    const reply = await dev.waitForReply(
      dev.say('general', 'Which zebra won?', { mentionBot: true }),
    );
    expect(textOf(reply)).toContain('None of my articles answers this.');
    expect(textOf(reply)).toContain('[The night the Alder rose](<');
    const looked = await dev.press(reply, 'Look up');
    expect(looked.ephemeral).toBe(true);
    expect(looked.message && textOf(looked.message)).toContain('> The river Alder rose');
  });

  it('of more than 500 characters is told so', async () => {
    const dev = bot.sandbox.user('dev');
    const reply = await dev.waitForReply(
      dev.say('general', 'flood '.repeat(100), { mentionBot: true }),
    );
    expect(textOf(reply)).toContain('I take up to 500');
  });

  it('without a word in it gets a line about how to ask', async () => {
    const dev = bot.sandbox.user('dev');
    expect(textOf(await dev.waitForReply(dev.say('general', '', { mentionBot: true })))).toContain(
      'Ask me a question',
    );
    expect(textOf(await dev.waitForReply(dev.dm('?!')))).toContain('ask in words');
  });

  it('is answered anew in the same reply when it is edited within a minute', async () => {
    const dev = bot.sandbox.user('dev');
    const asked = dev.say('general', WALL, { mentionBot: true });
    const reply = await dev.waitForReply(asked);
    dev.edit(asked, asked.content.replace(WALL, 'How many visitors did the library count?'));
    await bot.sandbox.until(() => textOf(reply).includes('41,000 visitors'));
    const after = dev.seen('general').filter((one) => BigInt(one.id) > BigInt(asked.id));
    expect(after).toHaveLength(1);
  });
});

describe('what asks nothing', () => {
  it.each(['thanks!', 'ok, great'])('%j to a card gets no reply', async (said) => {
    const dev = bot.sandbox.user('dev');
    const card = await dev.waitForReply(dev.say('general', WALL, { mentionBot: true }));
    const message = dev.say('general', said, { replyTo: card });
    await expect(dev.waitForReply(message, 300)).rejects.toThrow('No reply');
  });

  it('talk that is not addressed to the bot gets no reply', async () => {
    const dev = bot.sandbox.user('dev');
    await expect(dev.waitForReply(dev.say('general', WALL), 300)).rejects.toThrow('No reply');
  });
});

describe('articles that try to break out', () => {
  it('ping nobody, link nothing, and hide nothing', async () => {
    const dev = bot.sandbox.user('dev');
    const reply = await dev.waitForReply(
      dev.say('general', 'What does the hostile paragraph say about pings?', { mentionBot: true }),
    );
    expect(reply.mention_everyone).toBe(false);
    expect(reply.mentions).toEqual([]);
    expect(textOf(reply)).toContain('pings \\@everyone and \\@here, and \\<\\@123456789012345678>');
    expect(textOf(reply)).toContain('\\[Free\\](https\\://evil.example) \\@everyone');
    expect(textOf(reply)).not.toContain('javascript');
  });

  it('of one endless sentence are cut, and combining characters come through', async () => {
    const dev = bot.sandbox.user('dev');
    const endless = await dev.waitForReply(dev.dm('Which endless turnips paragraph stops?'));
    expect(textOf(endless)).toContain('-# […]');
    const zalgo = await dev.waitForReply(dev.dm('What does the zalgo paragraph say?'));
    expect(textOf(zalgo)).toContain('h\u0351\u036be\u0343');
  });
});
