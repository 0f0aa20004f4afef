import { setTimeout as sleep } from 'node:timers/promises';
import { type Message, textOf } from '@pullquote/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBot, runBot } from './running-bot.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await runBot((sandbox) => ({
    keepQuestionsDays: 7,
    answerChannels: [sandbox.channel('questions').id],
  }));
});
afterAll(() => bot.close());

const dev = () => bot.sandbox.user('dev');
const WALL = 'How many kilometres of the wall stood when the water came?';

async function mention(text: string): Promise<string> {
  return textOf(await dev().waitForReply(dev().say('general', text, { mentionBot: true })));
}

async function ask(question: string, options = {}): Promise<string> {
  const { message } = await dev().slash('general', 'ask', { question, ...options });
  return message ? textOf(message) : '';
}

describe('asked for', () => {
  it('its articles, the bot lists them', async () => {
    expect(await mention('what articles do you have')).toContain('**3 articles**');
    expect(await ask('list your articles please')).toContain('**3 articles**');
    expect(textOf(await dev().waitForReply(dev().dm('which articles are there?')))).toContain(
      '**3 articles**',
    );
  });

  it('what is new, it names the newest articles first', async () => {
    const said = await mention("what's new?");
    expect(said).toContain('**My newest articles:**');
    expect(said.indexOf('The night the Alder rose')).toBeLessThan(
      said.indexOf('A library without'),
    );
  });

  it('itself, it says what `/about` says', async () => {
    expect(await mention('who are you?')).toContain('I write no answers of my own');
    expect(await ask('are you an AI?')).toContain('I write no answers of my own');
  });

  it('something else by an edit, its reply changes', async () => {
    const asked = dev().say('general', WALL, { mentionBot: true });
    const reply = await dev().waitForReply(asked);
    dev().edit(asked, asked.content.replace(WALL, 'who are you?'));
    await bot.sandbox.until(() => textOf(reply).includes('I write no answers of my own'));
  });

  it('help, it says how it is used', async () => {
    expect(await mention('help')).toContain('Ask me a question');
    expect(await ask('hi')).toContain('Ask me a question');
  });

  it('a subject, it names the articles on it, each with a look-up', async () => {
    const asked = dev().say('general', 'anything about culture?', { mentionBot: true });
    const card = await dev().waitForReply(asked);
    expect(textOf(card)).toContain('**My articles on “culture”:**');
    expect(textOf(card)).toContain('A library without closing time');
    expect(textOf(card)).not.toContain('The night the Alder rose');
    const looked = await dev().press(card, 'Look up');
    expect(looked.message && textOf(looked.message)).toContain('> The library of Ostby');
  });

  it('a subject that none is on, it says so and names the nearest', async () => {
    const said = await mention('do you have anything on zebras?');
    expect(said).toContain('None of my articles is on “zebras”.');
    expect(said).toContain('Nearest by subject:');
  });

  it('a subject with marks in it, it shows them as they are', async () => {
    expect(await mention('anything on **[x](https://evil.example)**?')).not.toContain('[x](');
  });
});

describe('asked for a summary', () => {
  it('of a named article, it shows the opening and says that it writes none', async () => {
    const said = await mention('please summarise the flood article');
    expect(said).toContain('I quote, and write no summaries.');
    expect(said).toContain('> The river Alder rose by 4.2 metres');
    expect(said).toContain('[The night the Alder rose](<');
  });

  it('of the article quoted before, it takes that one', async () => {
    const card = await dev().waitForReply(dev().say('general', WALL, { mentionBot: true }));
    const reply = await dev().waitForReply(
      dev().say('general', 'what is this article about?', { replyTo: card }),
    );
    expect(textOf(reply)).toContain('> The river Alder rose by 4.2 metres');
    const next = await dev().press(reply, 'Next');
    expect(next.message && textOf(next.message)).toContain('> Ida Brandt has been mayor');
  });

  it('of the article that is searched, it takes that one', async () => {
    const said = await ask('summarise this', { article: 'A library without closing time' });
    expect(said).toContain('> The library of Ostby is open day and night');
  });

  it('of nothing that is at hand, it asks which one', async () => {
    expect(await mention('summarise this article')).toContain('Which article?');
  });

  it('of what no article is called, it says that none is', async () => {
    expect(await mention('summarise the article about zebras')).toContain('None of my articles');
  });
});

describe('thanks', () => {
  const reactions = (message: Message) => bot.sandbox.message(message.id)?.reactions ?? [];

  it('get a thumb up and no reply', async () => {
    const card = await dev().waitForReply(dev().say('general', WALL, { mentionBot: true }));
    const thanks = dev().say('general', 'thank you so much!', { replyTo: card });
    await bot.sandbox.until(() => reactions(thanks).length > 0);
    expect(reactions(thanks)[0]?.emoji.name).toBe('👍');
    await expect(dev().waitForReply(thanks, 200)).rejects.toThrow('No reply');
  });

  it('get nothing where the bot may not react', async () => {
    bot.sandbox.faults.forbid('AddReactions', 'general');
    await sleep(50);
    const before = bot.sandbox.requests.length;
    const thanks = dev().say('general', 'thanks!', { mentionBot: true });
    await expect(dev().waitForReply(thanks, 200)).rejects.toThrow('No reply');
    expect(bot.sandbox.requests.slice(before)).toEqual([]);
  });

  it('by command get a line, as a command needs an answer', async () => {
    expect(await ask('thanks')).toBe('You are welcome.');
  });

  it('to people, and calls to them for help, are left alone in a channel of ANSWER_CHANNELS', async () => {
    for (const text of [
      'thanks a lot!',
      'can you help me?',
      'help',
      'who are you?',
      "what's new?",
    ]) {
      dev().say('questions', text);
    }
    await dev().waitForReply(dev().say('questions', WALL));
    await sleep(100);
    const spoken = dev()
      .seen('questions')
      .filter(({ author, reactions: all }) => author.bot || all.length > 0);
    expect(spoken).toHaveLength(1);
  });
});

it('nothing of all this is kept for /gaps', async () => {
  await mention('anything about zebras?');
  await mention('what articles do you have');
  const { message } = await bot.sandbox.user('ada').slash('general', 'gaps');
  expect(message && textOf(message)).toContain('Every question found an answer so far.');
});
