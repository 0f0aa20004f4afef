import { type Message, textOf } from '@pullquote/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBot, runBot } from './running-bot.ts';

const WALL = 'How many kilometres of the wall stood when the water came?';
const VISITORS = 'How many visitors did the library count in 2024?';
const ZEBRA = 'Which zebra won the race?';

let bot: RunningBot;
beforeAll(async () => {
  bot = await runBot((sandbox) => ({
    helpersRole: sandbox.roleId('Helpers'),
    keepQuestionsDays: 7,
  }));
});
afterAll(() => bot.close());

const dev = () => bot.sandbox.user('dev');
const mention = (text: string) =>
  dev().waitForReply(dev().say('general', text, { mentionBot: true }));

/** The buttons with this label or emoji, in the order of the message. */
function buttons(message: Message, label: string): string[] {
  return JSON.stringify(message.components)
    .split('"custom_id":"')
    .slice(1)
    .filter((rest) => rest.split('"custom_id"')[0]?.includes(label))
    .map((rest) => rest.slice(0, rest.indexOf('"')));
}

describe('two questions in one message', () => {
  it('are both answered in one reply, each below its own question', async () => {
    const reply = await mention(`${WALL} ${VISITORS}`);
    const text = textOf(reply);
    expect(text.indexOf(WALL)).toBeLessThan(text.indexOf('1.1 kilometres'));
    expect(text.indexOf('1.1 kilometres')).toBeLessThan(text.indexOf(VISITORS));
    expect(text.indexOf(VISITORS)).toBeLessThan(text.indexOf('41,000 visitors'));
    expect(reply.components).toHaveLength(2);
  });

  it('are both answered by /ask', async () => {
    const { message } = await dev().slash('general', 'ask', { question: `${WALL} ${VISITORS}` });
    const text = message ? textOf(message) : '';
    expect(text).toContain('1.1 kilometres');
    expect(text).toContain('41,000 visitors');
  });

  it('of which one has no answer get an answer and a miss, which is kept', async () => {
    const text = textOf(await mention(`${WALL} ${ZEBRA}`));
    expect(text).toContain('1.1 kilometres');
    expect(text).toContain('None of my articles answers this.');
    const { message } = await bot.sandbox.user('ada').slash('general', 'gaps');
    const gaps = message ? textOf(message) : '';
    expect(gaps).toContain(ZEBRA);
    expect(gaps).not.toContain('kilometres');
  });

  it('of which the second leans on the first are read together', async () => {
    const text = textOf(await mention('Who is the mayor of Ostby? What was she before that?'));
    expect(text).toContain('hydrologist');
  });

  it('more than three: three are answered, and it is said', async () => {
    const text = textOf(await mention(`${WALL} ${VISITORS} ${ZEBRA} Who is the mayor of Ostby?`));
    expect(text).toContain('I answer 3 questions at a time.');
    expect(text).not.toContain('Ida Brandt');
  });
});

describe('the buttons below the second answer', () => {
  it('go on with the second question, also from the private card', async () => {
    const reply = await mention(
      `${WALL} What did Ida Brandt order, and who is the mayor of Ostby?`,
    );
    const [, second = ''] = buttons(reply, '"More"');
    const more = await dev().press(reply, second);
    expect(more.message && textOf(more.message)).toContain('What did Ida Brandt order');
    expect(more.message && textOf(more.message)).not.toContain(WALL);
    const again = await dev().press(more.message as Message, 'More');
    expect(again.failure).toBeNull();
    expect(again.message && textOf(again.message)).not.toContain(WALL);
  });

  it('keep the second question where it does not help', async () => {
    const reply = await mention(`${WALL} ${VISITORS}`);
    const [, second = ''] = buttons(reply, '👎');
    await dev().press(reply, second);
    const { message } = await bot.sandbox.user('ada').slash('general', 'gaps');
    expect(message && textOf(message)).toContain('How many visitors');
  });

  it('call a human for the second question', async () => {
    const reply = await mention(`${WALL} ${ZEBRA}`);
    const called = await dev().press(reply, 'Ask a human');
    const thread = /<#(\d+)>/u.exec((called.message && textOf(called.message)) ?? '')?.[1] ?? '';
    const [first] = dev()
      .seen(thread)
      .filter((one) => one.author.bot);
    expect(first && textOf(first)).toContain(`> ${ZEBRA}`);
  });

  it('delete the whole message, and stand there once', async () => {
    const reply = await mention(`${WALL} ${VISITORS}`);
    expect(buttons(reply, '🗑️')).toHaveLength(1);
    await dev().press(reply, '🗑️');
    expect(bot.sandbox.message(reply.id)?.deleted ?? true).toBe(true);
  });
});

it('a question in reply goes on from the last answer', async () => {
  const reply = await mention(`${WALL} Who is the librarian of Ostby, Sofie Lund?`);
  const next = await dev().waitForReply(
    dev().say('general', 'what did she say about theft?', { replyTo: reply }),
  );
  expect(textOf(next)).toContain('theft has not risen');
});
