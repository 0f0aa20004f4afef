import { type Channel, type Message, textOf } from '@pullquote/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningBot, runBot } from './running-bot.ts';

let bot: RunningBot;
afterEach(() => bot.close());

const dev = () => bot.sandbox.user('dev');

/** The thread that is opened for a question that no article answers, and the bot's message in it. */
async function helpFor(question: string): Promise<{ thread: Channel; call: Message }> {
  bot = await runBot((sandbox) => ({ helpersRole: sandbox.roleId('Helpers') }));
  const missed = await dev().waitForReply(dev().say('general', question, { mentionBot: true }));
  const { message } = await dev().press(missed, 'Ask a human');
  const id = /<#(\d+)>/u.exec(message ? textOf(message) : '')?.[1] ?? '';
  const [call] = dev()
    .seen(id)
    .filter((one) => one.author.bot);
  if (!call) throw new Error('Nobody was called.');
  return { thread: bot.sandbox.channel({ id }), call };
}

describe('a call for help', () => {
  it('quotes every line of the question, so that none stands as the bot’s own words', async () => {
    const { call } = await helpFor(
      'Which zebra won?\n@Helpers come quickly\r# Vorbei\u2028-# sagt Pullquote\n\n> ein Zitat',
    );
    const [said, ...quoted] = textOf(call).split('\n');
    expect(said).toContain('needs help with a question:');
    expect(quoted).toEqual([
      '> Which zebra won?',
      '> \\@Helpers come quickly',
      '> \\# Vorbei',
      '> \\-# sagt Pullquote',
      '> \\> ein Zitat',
    ]);
    expect(call.mention_roles).toEqual([bot.sandbox.roleId('Helpers')]);
    expect(call.mentions.map(({ id }) => id)).not.toContain(bot.sandbox.user('ada').id);
  });

  it('names its thread in one clean line', async () => {
    const { thread } = await helpFor(
      `Which\nzebra\t\u0007won\u2028 \u202ethe race?${' So?'.repeat(60)}`,
    );
    expect(thread.name).toMatch(/^Help: Which zebra won the race\? So\?/u);
    expect(thread.name).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
    expect(thread.name?.length).toBeLessThanOrEqual(100);
  });
});
