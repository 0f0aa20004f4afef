import { type Message, type Outcome, textOf } from '@pullquote/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCustomIds } from '../../src/discord/buttons/custom-id.ts';
import { referenceToPassage } from '../../src/discord/buttons/references.ts';
import { findPassages } from '../../src/discord/catalogue/find-passage.ts';
import type { Passage } from '../../src/passage.ts';
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
const customIds = (message: Message) =>
  JSON.stringify(message.components).match(/pq2\.[\w.-]+/gu) ?? [];
const idFor = (message: Message, action: string) =>
  customIds(message).find((id) => id.startsWith(`pq2.${action}.`)) ?? '';

async function card(question = WALL): Promise<Message> {
  return dev().waitForReply(dev().say('general', question, { mentionBot: true }));
}

describe('/ask', () => {
  it('answers in the channel and repeats the question', async () => {
    const outcome = await dev().slash('general', 'ask', { question: WALL });
    expect(outcome).toMatchObject({ failure: null, ephemeral: false });
    expect(said(outcome)).toContain(`-# ❓ ${WALL}`);
    expect(said(outcome)).toContain('1.1 kilometres');
  });

  it('answers privately when asked to, without a button to delete', async () => {
    const outcome = await dev().slash('general', 'ask', { question: WALL, private: true });
    expect(outcome.ephemeral).toBe(true);
    expect(JSON.stringify(outcome.message?.components)).not.toContain('pq2.delete');
  });

  it('searches one article only when one is chosen', async () => {
    const [choice] = await dev().autocomplete('general', 'ask', 'article', 'libary', {
      question: 'x',
    });
    expect(choice?.name).toBe('A library without closing time – Tomas Eide, 2024-09-14');
    const outcome = await dev().slash('general', 'ask', {
      question: 'How many people of Ostby left their homes that year?',
      article: String(choice?.value),
    });
    expect(said(outcome)).not.toContain('312 people');
  });

  it('takes an article that was typed instead of chosen', async () => {
    const outcome = await dev().slash('general', 'ask', { question: WALL, article: 'alder rose' });
    expect(said(outcome)).toContain('1.1 kilometres');
  });

  it('says so when no article is like what was typed', async () => {
    const outcome = await dev().slash('general', 'ask', { question: WALL, article: 'qqqq *x*' });
    expect(said(outcome)).toContain('I have no article like “qqqq \\*x\\*”');
  });

  it('works in a DM', async () => {
    expect(said(await dev().slash(dev().dmChannel, 'ask', { question: WALL }))).toContain(
      '1.1 kil',
    );
  });

  it('speaks the language of whoever asks', async () => {
    const emi = bot.sandbox.user('emi');
    emi.locale = 'de';
    const outcome = await emi.slash('general', 'ask', { question: 'Which zebra won?' });
    expect(said(outcome)).toContain('Keiner meiner Artikel beantwortet das.');
  });
});

describe('the buttons of a card', () => {
  it('Context shows the paragraphs before and after, privately', async () => {
    const outcome = await dev().press(await card(), 'Context');
    expect(outcome.ephemeral).toBe(true);
    expect(said(outcome)).toContain('**¶ 2**\n> Ida Brandt has been mayor');
    expect(said(outcome)).toContain('**¶ 4**\n> Repairs will cost');
    expect(said(outcome)).toContain('**Of 1.8 kilometres planned, 1.1 kilometres stood when');
  });

  it('More shows the next quotes and not the same ones again', async () => {
    const first = await card('What does the paragraph say about Ostby, the town, crowns and 2024?');
    const second = await dev().press(first, 'More');
    expect(second.ephemeral).toBe(true);
    const shown = (message: Message) => textOf(message).match(/^> .*$/gmu) ?? [];
    expect(shown(second.message as Message).length).toBeGreaterThan(0);
    for (const quote of shown(second.message as Message)) expect(shown(first)).not.toContain(quote);
    const third = await dev().press(second.message as Message, 'More');
    const before = [...shown(first), ...shown(second.message as Message)];
    for (const quote of shown(third.message as Message)) expect(before).not.toContain(quote);
  });

  it('More repeats a question of several lines in one, so that none stands alone', async () => {
    const asked = 'What does the paragraph say\nabout Ostby, the town,\n# crowns and 2024?';
    const { message } = await dev().press(await card(asked), 'More');
    const [question, ...lines] = textOf(message as Message).split('\n');
    expect(question).toMatch(/^-# ❓ What does .* \\?# crowns and 2024\?$/u);
    expect(lines.filter((said) => said.includes('crowns and 2024?'))).toEqual([]);
  });

  it('Cite gives the reference to copy, privately, and the link to the sentence', async () => {
    const outcome = await dev().press(await card(), 'Cite');
    expect(outcome.ephemeral).toBe(true);
    expect(said(outcome)).toContain(
      'Holm, M., & Aske, J. (2025, March 3). The night the Alder rose.',
    );
    expect(said(outcome)).toContain('Holm, Mira, and Jon Aske. “The night the Alder rose.”');
    expect(said(outcome)).toContain('@misc{holm2025night,');
    expect(said(outcome)).toContain(
      '[Link to the sentence](<https://news.example/2025/flood#:~:text=Of%201.8%20kilometres',
    );
  });

  it('Same article shows what else that article has on the question', async () => {
    const first = await card('What did Ostby and the town pay in crowns, and the county?');
    const more = await dev().press(first, 'More');
    const outcome = await dev().press(more.message as Message, 'Same article');
    const texts = said(outcome) ?? '';
    const titles = texts.match(/\[[^\]]+\]\(<[^>]+>\)/gu) ?? ['none'];
    expect(new Set(titles).size).toBe(1);
  });

  it('say so when the question is gone', async () => {
    const asked = dev().say('general', WALL, { mentionBot: true });
    const reply = await dev().waitForReply(asked);
    dev().delete(asked);
    expect(said(await dev().press(reply, 'More'))).toContain('The question is gone');
  });

  it('👍 and 👎 are thanked for', async () => {
    const reply = await card();
    expect(said(await dev().press(reply, '👍'))).toBe('Thank you for telling.');
    expect(said(await dev().press(reply, '👎'))).toBe('Thank you for telling.');
  });

  it('Delete works for the asker', async () => {
    const reply = await card();
    await dev().press(reply, '🗑️');
    expect(bot.sandbox.message(reply.id)?.deleted ?? true).toBe(true);
  });

  it('Delete works for a moderator, and for nobody else', async () => {
    const reply = await card();
    const refused = await bot.sandbox.user('emi').press(reply, idFor(reply, 'delete'));
    expect(refused.ephemeral).toBe(true);
    expect(said(refused)).toContain('löschen');
    await bot.sandbox.user('ben').press(reply, '🗑️');
    expect(bot.sandbox.message(reply.id)?.deleted ?? true).toBe(true);
  });

  it('work after a restart', async () => {
    const reply = await card();
    await bot.restart();
    expect(said(await dev().press(reply, 'Context'))).toContain('**¶ 3**');
    expect(said(await dev().press(reply, 'Cite'))).toContain('@misc{');
  });
});

describe('a custom id', () => {
  it('that was forged gets a private line', async () => {
    const reply = await card();
    const ids = createCustomIds('not the token');
    const forged = ids.encode({ do: 'delete', asker: dev().id }, bot.sandbox.guildId);
    for (const id of [forged, 'pq2.delete', 'x', 'pq2.', `${idFor(reply, 'delete')}x`]) {
      const outcome = await dev().forge(reply, id);
      expect(outcome.ephemeral).toBe(true);
      expect(said(outcome)).toContain('does not belong here');
    }
    expect(bot.sandbox.message(reply.id)?.deleted).toBe(false);
  });

  it('of another server gets a private line', async () => {
    const reply = await card();
    const ids = createCustomIds(bot.sandbox.token);
    const foreign = ids.encode({ do: 'delete', asker: dev().id }, '100000000000000009');
    expect(said(await dev().forge(reply, foreign))).toContain('does not belong here');
  });

  it('of another card of the same server gets a private line, and this card stays', async () => {
    const reply = await card();
    const before = textOf(reply);
    const sources = await dev().slash('general', 'source', { article: 'alder' });
    const next = idFor(sources.message as Message, 'turn');
    const outcome = await dev().forge(reply, next);
    expect(outcome.ephemeral).toBe(true);
    expect(said(outcome)).toContain('does not belong here');
    expect(textOf(reply)).toBe(before);
  });

  it('of a menu, of which the bot makes none, gets a private line', async () => {
    const outcome = await dev().forge(await card(), 'anything', {}, ['a', 'b']);
    expect(outcome.ephemeral).toBe(true);
    expect(said(outcome)).toContain('does not belong here');
  });

  it('of an older version says that it is old', async () => {
    const outcome = await dev().forge(await card(), 'pq1.context.abc.def');
    expect(said(outcome)).toContain('older version');
  });

  it('whose passage or article is gone after re-embedding says so', async () => {
    const reply = await card();
    const { library } = bot.shelf;
    const flood = ARTICLES.find(({ id }) => id === '2025/flood');
    const changed = `${flood?.text ?? ''}`.replace('1.1 kilometres', '1.2 kilometres');
    bot.shelf.library = libraryOf([{ id: '2025/flood', text: changed }], 'g2');
    expect(said(await dev().press(reply, 'Context'))).toContain('changed or taken out');
    bot.shelf.library = libraryOf([{ id: 'other', text: 'Other.' }], 'g3');
    expect(said(await dev().press(reply, 'Context'))).toContain('no longer in my library');
    bot.shelf.library = library;
  });

  it('finds a passage that has moved inside its article', async () => {
    const reply = await card();
    const { library } = bot.shelf;
    const flood = ARTICLES.find(({ id }) => id === '2025/flood');
    const moved = `A new first paragraph.\n\n${flood?.text ?? ''}`;
    bot.shelf.library = libraryOf([{ id: '2025/flood', text: moved }], 'g4');
    expect(said(await dev().press(reply, 'Context'))).toContain('**¶ 4**\n> The flood wall');
    bot.shelf.library = library;
  });

  it('takes the passage nearest to where it was when its text is there twice', async () => {
    const before = libraryOf([{ id: 'a', text: 'Same.\n\nOther.\n\nSame.' }]);
    const [first, , third] = before.shelf.passagesOf('a') as [Passage, Passage, Passage];
    const after = libraryOf([{ id: 'a', text: 'New.\n\nSame.\n\nOther.\n\nSame.' }]);
    const found = await findPassages(after, [
      referenceToPassage(first),
      { ...referenceToPassage(third), paragraph: 4 },
    ]);
    expect(found.map((one) => one?.passage.paragraph)).toEqual([2, 4]);
  });
});

describe('/source', () => {
  it('shows a paragraph, and its buttons turn the page', async () => {
    const outcome = await dev().slash('general', 'source', {
      article: 'flood alder',
      paragraph: 2,
    });
    expect(said(outcome)).toContain('> Ida Brandt has been mayor');
    expect(said(outcome)).toContain('¶ 2 of 4');
    const turned = await dev().press(outcome.message as Message, 'Next');
    expect(turned.updated).toBe(true);
    expect(said(turned)).toContain('¶ 3 of 4');
  });

  it('keeps the right to delete with whoever asked, whoever turns the page', async () => {
    const outcome = await dev().slash('general', 'source', { article: 'flood alder' });
    const message = outcome.message as Message;
    await bot.sandbox.user('emi').press(message, 'Next');
    await dev().press(message, idFor(message, 'delete'));
    expect(bot.sandbox.message(message.id)?.deleted ?? true).toBe(true);
  });

  it('says how many paragraphs there are when the number is too high', async () => {
    const outcome = await dev().slash('general', 'source', { article: 'alder', paragraph: 99 });
    expect(outcome.ephemeral).toBe(true);
    expect(said(outcome)).toContain('has 4 paragraphs');
  });

  it('completes titles, authors and dates in spite of slips', async () => {
    const names = async (typed: string) =>
      (await dev().autocomplete('general', 'source', 'article', typed)).map(({ name }) => name);
    expect((await names('aldr'))[0]).toContain('The night the Alder rose');
    expect((await names('mira'))[0]).toContain('The night the Alder rose');
    expect((await names('2024-09'))[0]).toContain('A library without closing time');
    expect((await names(''))[0]).toContain('The night the Alder rose');
    expect(await names('x'.repeat(6_000))).toEqual([]);
  });
});

describe('/sources', () => {
  it('lists the articles, newest first, privately', async () => {
    const outcome = await dev().slash('general', 'sources');
    expect(outcome.ephemeral).toBe(true);
    const text = said(outcome) ?? '';
    expect(text).toContain('3 articles');
    expect(text.indexOf('Alder rose')).toBeLessThan(text.indexOf('closing time'));
  });

  it('filters by tag, author and dates', async () => {
    const list = async (options: Record<string, string>) =>
      said(await dev().slash('general', 'sources', options));
    expect(await list({ tag: 'Weather' })).toContain('1 article');
    expect(await list({ author: 'eide' })).toContain('closing time');
    expect(await list({ since: '2025' })).not.toContain('closing time');
    expect(await list({ until: '2024-12' })).not.toContain('Alder');
    expect(await list({ tag: 'nope' })).toContain('No article has the tag “nope”');
    expect(await list({ since: '2025-13' })).toContain('“2025-13” is no date');
  });

  it('has pages', async () => {
    const { library } = bot.shelf;
    bot.shelf.library = libraryOf(
      Array.from({ length: 20 }, (_, i) => ({ id: `a${i}`, text: 'T.', tags: ['x'] })),
      'g5',
    );
    const outcome = await dev().slash('general', 'sources', { tag: 'x' });
    expect(said(outcome)).toContain('Page 1 of 3');
    const turned = await dev().press(outcome.message as Message, 'Next');
    expect(said(turned)).toContain('Page 2 of 3');
    bot.shelf.library = library;
  });
});

describe('Find in articles', () => {
  it('shows the passages nearest to a message, privately', async () => {
    const message = dev().say(
      'general',
      'I heard the library had 41,000 visitors, more than before',
    );
    const outcome = await dev().contextMenu(message, 'Find in articles');
    expect(outcome.ephemeral).toBe(true);
    expect(said(outcome)).toContain('counted 41,000 visitors');
  });

  it('says so of a message without text', async () => {
    const message = dev().say('general', '👍');
    expect(said(await dev().contextMenu(message, 'Find in articles'))).toContain('no text');
  });
});

describe('/about and /forget-me', () => {
  it('says what the bot knows and that it keeps nothing', async () => {
    const text = said(await dev().slash('general', 'about'));
    expect(text).toContain('**3** articles (10 passages)');
    expect(text).toContain('The night the Alder rose');
    expect(text).toContain('keep none');
  });

  it('has nothing to forget when nothing is kept', async () => {
    expect(said(await dev().slash('general', 'forget-me'))).toBe('I had kept nothing of yours.');
  });
});
