import { type Message, type Outcome, textOf } from '@pullquote/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTICLES } from './articles.ts';
import { libraryOf } from './library.ts';
import { type RunningBot, runBot } from './running-bot.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await runBot();
});
afterAll(() => bot.close());

const WALL = 'How many kilometres of the wall stood when the water came?';
const dev = () => bot.sandbox.user('dev');
const said = (outcome: Outcome) => (outcome.message ? textOf(outcome.message) : outcome.failure);
const quotesOf = (message: Message) => textOf(message).match(/^> .*$/gmu) ?? [];
const publicCards = (channel = 'general') =>
  bot.sandbox
    .user('emi')
    .seen(channel)
    .filter((one) => one.author.bot);

/** Presses "Post to channel" on a private card. */
async function post(card: Outcome, who = dev(), channel = 'general') {
  const before = publicCards(channel).length;
  const outcome = await who.press(card.message as Message, 'Post to channel');
  return { outcome, posted: publicCards(channel).slice(before) };
}

describe('"Post to channel" on a private result', () => {
  const results: [name: string, make: () => Promise<Outcome>][] = [
    ['an answer', () => dev().slash('general', 'ask', { question: WALL, private: true })],
    [
      'the quotes behind More',
      async () => {
        const question = 'What does the paragraph say about Ostby, the town, crowns and 2024?';
        const first = await dev().waitForReply(
          dev().say('general', question, { mentionBot: true }),
        );
        return dev().press(first, 'More');
      },
    ],
    [
      'the quotes of the same article',
      async () => {
        const question = 'What did Ostby and the town pay in crowns, and the county?';
        const first = await dev().waitForReply(
          dev().say('general', question, { mentionBot: true }),
        );
        const { message } = await dev().press(first, 'More');
        return dev().press(message as Message, 'Same article');
      },
    ],
    [
      'the context of a quote',
      async () =>
        dev().press(
          await dev().waitForReply(dev().say('general', WALL, { mentionBot: true })),
          'Context',
        ),
    ],
    [
      'what was found for a message',
      () =>
        dev().contextMenu(
          bot.sandbox
            .user('emi')
            .say('general', 'The river Alder rose by 4.2 metres, said the mayor'),
          'Find in articles',
        ),
    ],
    [
      'a quotation that was checked',
      () =>
        dev().slash('general', 'verify', {
          text: 'Eleven cameras watch the reading roofs',
          private: true,
        }),
    ],
    [
      'a quotation that is verbatim',
      () =>
        dev().slash('general', 'verify', {
          text: 'Eleven cameras watch the reading rooms',
          private: true,
        }),
    ],
  ];

  it.each(
    results,
  )('posts %s with the same quotes, in the name of who pressed it', async (_, make) => {
    const card = await make();
    expect(card.ephemeral).toBe(true);
    const { outcome, posted } = await post(card);
    expect(outcome.failure).toBeNull();
    expect(posted).toHaveLength(1);
    const [message] = posted as [Message];
    expect(quotesOf(message)).toEqual(quotesOf(card.message as Message));
    expect(quotesOf(message).length).toBeGreaterThan(0);
    expect(textOf(message)).toContain(`-# Posted by <@${dev().id}>`);
    expect(message.mentions).toEqual([]);
    expect(JSON.stringify(message.components)).toContain('pq2.delete');
    expect(JSON.stringify(message.components)).not.toContain('Post to channel');
  });

  it('says on the private card that it was posted, once', async () => {
    const card = await dev().slash('general', 'ask', { question: WALL, private: true });
    await post(card);
    const shown = JSON.stringify(card.message?.components);
    expect(shown).toContain('"Posted"');
    expect(() => dev().press(card.message as Message, 'Posted')).toThrow('disabled');
  });

  it('lets who pressed it delete what was posted, and nobody else', async () => {
    const { posted } = await post(
      await dev().slash('general', 'ask', { question: WALL, private: true }),
    );
    const [message] = posted as [Message];
    expect(said(await bot.sandbox.user('emi').press(message, '🗑️'))).toContain(
      'Only the person who asked',
    );
    await dev().press(message, '🗑️');
    expect(bot.sandbox.message(message.id)?.deleted ?? true).toBe(true);
  });

  it('is not offered in a DM', async () => {
    const card = await dev().slash(dev().dmChannel, 'ask', { question: WALL, private: true });
    expect(JSON.stringify(card.message?.components)).not.toContain('Post to channel');
  });

  it('takes the passage from the index of the moment: one that is gone is not posted', async () => {
    const context = await dev().press(
      await dev().waitForReply(dev().say('general', WALL, { mentionBot: true })),
      'Context',
    );
    const library = bot.shelf.library;
    bot.shelf.library = libraryOf(ARTICLES.slice(1), 'g2');
    const { outcome, posted } = await post(context);
    bot.shelf.library = library;
    expect(posted).toEqual([]);
    expect(textOf(outcome.followUps[0] as Message)).toContain('no longer in my articles');
  });

  it('is refused where the member may not write', async () => {
    const card = await dev().slash('announcements', 'ask', { question: WALL, private: true });
    const { outcome, posted } = await post(card, dev(), 'announcements');
    expect(posted).toEqual([]);
    expect(textOf(outcome.followUps[0] as Message)).toContain('You may not write here');
    expect(outcome.followUps[0]?.ephemeral_to).toBe(dev().id);
  });

  it('is refused where the bot may not write', async () => {
    const card = await dev().slash('questions', 'ask', { question: WALL, private: true });
    bot.sandbox.faults.forbid('SendMessages', 'questions');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { outcome, posted } = await post(card, dev(), 'questions');
    expect(posted).toEqual([]);
    expect(textOf(outcome.followUps[0] as Message)).toContain('I may not write here');
  });
});

describe('"Answer with quotes"', () => {
  it('replies to the message publicly, and can be deleted by who asked for it', async () => {
    const asked = bot.sandbox.user('emi').say('general', WALL);
    const before = publicCards().length;
    const outcome = await dev().contextMenu(asked, 'Answer with quotes');
    expect(outcome.ephemeral).toBe(true);
    expect(said(outcome)).toBe('Answered below that message.');
    const [reply] = publicCards().slice(before) as [Message];
    expect(reply.message_reference?.message_id).toBe(asked.id);
    expect(textOf(reply)).toContain('1.1 kilometres');
    expect(said(await bot.sandbox.user('emi').press(reply, '🗑️'))).toContain('Only the person');
    expect(quotesOf((await dev().press(reply, 'More')).message as Message)).toBeDefined();
  });

  it('tells only who asked for it when the message asks nothing', async () => {
    const before = publicCards().length;
    const outcome = await dev().contextMenu(
      bot.sandbox.user('emi').say('general', '🦀'),
      'Answer with quotes',
    );
    expect(said(outcome)).toContain('Please ask in words');
    expect(publicCards()).toHaveLength(before);
  });

  it('answers privately where the bot may not write', async () => {
    const place = await runBot();
    const who = place.sandbox.user('dev');
    const asked = who.say('general', WALL);
    place.sandbox.faults.forbid('SendMessages', 'general');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const outcome = await who.contextMenu(asked, 'Answer with quotes');
    await place.close();
    expect(outcome.ephemeral).toBe(true);
    expect(said(outcome)).toContain('1.1 kilometres');
  });
});

describe('the app installed by a member for themselves, where the bot is no member', () => {
  let place: RunningBot;
  const member = () => place.sandbox.user('dev');
  beforeAll(async () => {
    place = await runBot();
    place.sandbox.faults.uninstall();
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  afterAll(() => place.close());

  it('offers /ask, /verify and the menus of messages, and no more', () => {
    const names = member()
      .commands('general')
      .map(({ name }) => name);
    expect(names.sort()).toEqual([
      'Answer with quotes',
      'Check this quote',
      'Find in articles',
      'ask',
      'verify',
    ]);
  });

  it('answers privately unless asked otherwise', async () => {
    const hidden = await member().slash('general', 'ask', { question: WALL });
    expect(hidden.ephemeral).toBe(true);
    expect(said(hidden)).toContain('1.1 kilometres');
    const open = await member().slash('general', 'ask', { question: WALL, private: false });
    expect(open.ephemeral).toBe(false);
  });

  it('answers a message privately, and posts the answer when asked to', async () => {
    const asked = place.sandbox.user('emi').say('general', WALL);
    const outcome = await member().contextMenu(asked, 'Answer with quotes');
    expect(outcome.ephemeral).toBe(true);
    const pressed = await member().press(outcome.message as Message, 'Post to channel');
    await place.sandbox.until(() => pressed.followUps.length > 0);
    expect(pressed.followUps[0]?.ephemeral_to ?? null).toBeNull();
    expect(textOf(pressed.followUps[0] as Message)).toContain('1.1 kilometres');
  });
});
