import { type Message, type Outcome, textOf } from '@pullquote/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningBot, runBot } from './running-bot.ts';

const WALL = 'How many kilometres of the wall stood when the water came?';

let bot: RunningBot;
afterEach(() => bot.close());

const said = (outcome: Outcome) => (outcome.message ? textOf(outcome.message) : outcome.failure);
const dev = () => bot.sandbox.user('dev');

describe('a channel of ANSWER_CHANNELS', () => {
  const inQuestions = async () => {
    bot = await runBot((sandbox) => ({ answerChannels: [sandbox.channel('questions').id] }));
  };

  it('has its questions answered without a mention, and its chatter left alone', async () => {
    await inQuestions();
    const chatter = [
      'hello everybody',
      'lol what?',
      'anyone up for lunch today?',
      'The wall stood.',
    ];
    for (const text of chatter) dev().say('questions', text);
    const asked = dev().say('questions', WALL);
    const reply = await dev().waitForReply(asked);
    expect(textOf(reply)).toContain('1.1 kilometres');
    expect(
      dev()
        .seen('questions')
        .filter((one) => one.author.bot),
    ).toHaveLength(1);
  });

  it('lets people talk to each other', async () => {
    await inQuestions();
    const first = bot.sandbox.user('emi').say('questions', 'The wall is long.');
    const talk = dev().say('questions', WALL, { replyTo: first });
    await expect(dev().waitForReply(talk, 300)).rejects.toThrow('No reply');
  });

  it('does not make other channels noisy', async () => {
    await inQuestions();
    await expect(dev().waitForReply(dev().say('general', WALL), 300)).rejects.toThrow('No reply');
  });

  it('has follow-ups in its threads answered in the light of what came before', async () => {
    await inQuestions();
    const thread = dev().thread('questions', 'The mayor');
    await dev().waitForReply(dev().say(thread, 'Who is the mayor of Ostby?'));
    const reply = await dev().waitForReply(dev().say(thread, 'what was she before?'));
    expect(textOf(reply)).toContain('hydrologist');
  });
});

describe('a bare mention in reply to somebody', () => {
  it('answers their message and repeats it, and its buttons work', async () => {
    bot = await runBot((sandbox) => ({ answerChannels: [sandbox.channel('questions').id] }));
    const emi = bot.sandbox.user('emi').say('general', WALL);
    const reply = await dev().waitForReply(
      dev().say('general', '', { mentionBot: true, replyTo: emi }),
    );
    expect(textOf(reply)).toContain(`❓ ${WALL}`);
    expect(textOf(reply)).toContain('1.1 kilometres');
    const more = await dev().press(reply, 'More');
    expect(said(more)).not.toContain('The question is gone');
  });

  it('says so where Discord hides their message', async () => {
    bot = await runBot();
    const emi = bot.sandbox.user('emi').say('general', WALL);
    const reply = await dev().waitForReply(
      dev().say('general', '', { mentionBot: true, replyTo: emi }),
    );
    expect(textOf(reply)).toContain('Discord does not show me the text of that message.');
  });
});

describe('a channel where the bot may not write', () => {
  it('gets no reply, and the asker is told in a DM', async () => {
    bot = await runBot();
    bot.sandbox.faults.forbid('SendMessages', 'general');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const asked = dev().say('general', WALL, { mentionBot: true });
    const told = () =>
      dev()
        .seen(dev().dmChannel)
        .find((one) => one.author.bot);
    await bot.sandbox.until(() => told() !== undefined);
    expect(textOf(told() as Message)).toContain(`<#${asked.channel_id}>`);
    expect(bot.sandbox.requests.some(({ status }) => status === 403)).toBe(false);
  });

  it('still has /ask', async () => {
    bot = await runBot();
    bot.sandbox.faults.forbid('SendMessages', 'general');
    expect(said(await dev().slash('general', 'ask', { question: WALL }))).toContain('1.1 kil');
  });
});

describe('a call for a human', () => {
  const withHelpers = async () => {
    bot = await runBot((sandbox) => ({ helpersRole: sandbox.roleId('Helpers') }));
  };
  const miss = () =>
    dev().waitForReply(dev().say('general', 'Which zebra won?', { mentionBot: true }));

  it('opens a thread on the question and pings the role there, once', async () => {
    await withHelpers();
    const reply = await miss();
    const called = await dev().press(reply, 'Ask a human');
    expect(called.ephemeral).toBe(true);
    const threadId = /<#(\d+)>/u.exec(said(called) ?? '')?.[1] ?? '';
    const [first] = dev()
      .seen(threadId)
      .filter((one) => one.author.bot);
    expect(first?.mention_roles).toEqual([bot.sandbox.roleId('Helpers')]);
    expect(first && textOf(first)).toContain('> Which zebra won?');
    const id = JSON.stringify(bot.sandbox.message(reply.id)?.components);
    expect(id).not.toContain('pq2.human');
    expect(id).toContain('pq2.look');
  });

  it('is not answered by the bot in the thread of the helpers', async () => {
    bot = await runBot((sandbox) => ({
      helpersRole: sandbox.roleId('Helpers'),
      answerChannels: [sandbox.channel('general').id],
    }));
    const called = await dev().press(await miss(), 'Ask a human');
    const threadId = /<#(\d+)>/u.exec(said(called) ?? '')?.[1] ?? '';
    const talk = bot.sandbox.user('chloe').say(threadId, 'How many kilometres of the wall stood?');
    await expect(dev().waitForReply(talk, 300)).rejects.toThrow('No reply');
  });

  it('works for a slash command, too', async () => {
    await withHelpers();
    const missed = await dev().slash('general', 'ask', { question: 'Which zebra won?' });
    const called = await dev().press(missed.message as Message, 'Ask a human');
    expect(said(called)).toContain('I have asked for help');
  });

  it('is for the asker only', async () => {
    await withHelpers();
    const outcome = await bot.sandbox.user('emi').press(await miss(), 'Ask a human');
    expect(said(outcome)).toContain('Only the person who asked');
  });

  it('says what is missing where the bot may open no thread', async () => {
    await withHelpers();
    const reply = await miss();
    bot.sandbox.faults.forbid('CreatePublicThreads', 'general');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(said(await dev().press(reply, 'Ask a human'))).toContain('may not open a thread');
  });

  it('can be made from the thanks for a 👎, by who asked', async () => {
    await withHelpers();
    const reply = await dev().waitForReply(dev().say('general', WALL, { mentionBot: true }));
    const thanks = await dev().press(reply, '👎');
    const called = await dev().press(thanks.message as Message, 'Ask a human');
    expect(said(called)).toContain('I have asked for help');
    const threadId = /<#(\d+)>/u.exec(said(called) ?? '')?.[1] ?? '';
    const [first] = dev()
      .seen(threadId)
      .filter((one) => one.author.bot);
    expect(first && textOf(first)).toContain(`> ${WALL}`);
    const other = await bot.sandbox.user('emi').press(reply, '👎');
    expect(JSON.stringify(other.message?.components)).not.toContain('pq2.human');
  });

  it('is not offered without a role of helpers', async () => {
    bot = await runBot();
    expect(JSON.stringify((await miss()).components)).not.toContain('Ask a human');
  });
});

describe('when something fails', () => {
  it('the asker gets a reply with an id that is in the log, by message and by command', async () => {
    bot = await runBot({ ask: () => Promise.reject(new TypeError('internal detail')) });
    const reply = await dev().waitForReply(dev().say('general', WALL, { mentionBot: true }));
    const outcome = await dev().slash('general', 'ask', { question: WALL });
    for (const text of [textOf(reply), said(outcome) ?? '']) {
      expect(text).toContain('Something went wrong');
      expect(text).not.toContain('internal detail');
      const id = /Error (\w+)/u.exec(text)?.[1];
      expect(bot.logged.some(({ errorId }) => errorId === id)).toBe(true);
    }
  });

  it('a quote that is not its article’s text is not shown', async () => {
    bot = await runBot({
      ask: async (question) => ({
        question,
        status: 'answered',
        confidence: 1,
        nearest: [],
        milliseconds: 1,
        quotes: [
          {
            passageId: '2025/flood#1',
            article: { ...bot.shelf.library.articles()[0] } as never,
            paragraph: 1,
            start: 0,
            end: 9,
            text: 'Invented!',
            marked: { start: 0, end: 9, text: 'Invented!' },
            passage: { start: 0, end: 200 },
            score: 1,
            link: null,
          },
        ],
      }),
    });
    const reply = await dev().waitForReply(dev().say('general', WALL, { mentionBot: true }));
    expect(textOf(reply)).toContain('Something went wrong');
    expect(textOf(reply)).not.toContain('Invented');
  });

  it('a member who asks too much is told when to ask again, privately by command', async () => {
    bot = await runBot({ questionsPerMinute: { member: 1, guild: 100 } });
    await dev().slash('general', 'ask', { question: WALL });
    const second = await dev().slash('general', 'ask', { question: 'Who is mayor?' });
    expect(said(second)).toMatch(/Ask again in \d+ s\./u);
  });

  it('the bot goes on in DMs after it was thrown out of its server', async () => {
    bot = await runBot();
    bot.sandbox.faults.removeGuild();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const reply = await dev().waitForReply(dev().dm(WALL));
    expect(textOf(reply)).toContain('1.1 kilometres');
  });
});
