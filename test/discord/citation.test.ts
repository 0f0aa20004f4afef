import { textOf } from '@pullquote/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from '../../src/passage.ts';
import { answerFromCitation } from '../../src/retrieval/answer-from-citation.ts';
import type { PassageStore } from '../../src/store/index.ts';
import { termsOf } from '../../src/store/terms.ts';
import { ARTICLES } from './articles.ts';
import { askByWords, libraryOf, type TestLibrary } from './library.ts';
import { type RunningBot, runBot } from './running-bot.ts';

const UNSIGNED = { id: 'unsigned', title: 'A well', text: 'The well of Ostby is 30 metres deep.' };
const FLOOD = 'Who is the mayor of Ostby?';
const WELL = 'How many metres deep is the well?';

let bot: RunningBot;
beforeAll(async () => {
  const library = libraryOf([...ARTICLES, UNSIGNED]);
  bot = await runBot({ ask: askWithCitations(library), library: () => library });
});
afterAll(() => bot.close());

/** Finds by shared words, and answers from citations as the retriever does. */
function askWithCitations(library: TestLibrary): Ask {
  const find = askByWords(() => library);
  const termWeights = (text: string) => new Map(termsOf(text).map((term) => [term, 1]));
  const unused = {
    searchVectors: async () => [],
    vectorsOf: async () => new Map(),
    holdingTexts: async () => new Set<string>(),
  };
  const store: PassageStore = { ...library, ...unused, termWeights, within: () => store };
  return async (question, options = {}) =>
    answerFromCitation(await find(question, options), options, store);
}

async function reply(question: string, to?: string) {
  const dev = bot.sandbox.user('dev');
  if (to === undefined) {
    return dev.waitForReply(dev.say('general', question, { mentionBot: true }));
  }
  const card = await dev.waitForReply(dev.say('general', to, { mentionBot: true }));
  return dev.waitForReply(dev.say('general', question, { replyTo: card }));
}

describe('asked in reply to a card', () => {
  it.each([
    ['who wrote this?', '**The night the Alder rose** is by Mira Holm and Jon Aske.'],
    ['who is the author?', '**The night the Alder rose** is by Mira Holm and Jon Aske.'],
    [
      'and when was the article published?',
      '**The night the Alder rose** is dated <t:1740996000:D>.',
    ],
  ])('%j is answered for the article quoted first', async (question, line) => {
    const lines = textOf(await reply(question, FLOOD)).split('\n');
    expect(lines[0]).toBe(line);
    expect(lines[1]).toMatch(/^> The river Alder rose/u);
  });

  it('an article without an author is said to have none, and can be looked up', async () => {
    const card = await reply('who wrote this?', WELL);
    expect(textOf(card)).toContain('**A well** does not say who wrote it.');
    const looked = await bot.sandbox.user('dev').press(card, 'Look up');
    expect(looked.message && textOf(looked.message)).toContain('> The well of Ostby');
  });
});

it('a question in a thread goes on from the bot’s last card', async () => {
  const dev = bot.sandbox.user('dev');
  const thread = dev.thread('general', 'The flood');
  await dev.waitForReply(dev.say(thread, FLOOD, { mentionBot: true }));
  const card = await dev.waitForReply(dev.say(thread, 'who wrote this?', { mentionBot: true }));
  expect(textOf(card)).toContain('is by Mira Holm and Jon Aske.');
});

it('a question goes on from a card that a citation answered', async () => {
  const dev = bot.sandbox.user('dev');
  const card = await reply('Who wrote the article about the library?');
  expect(textOf(card)).toContain('**A library without closing time** is by Tomas Eide.');
  const next = await dev.waitForReply(
    dev.say('general', 'and when was it published?', { replyTo: card }),
  );
  expect(textOf(next)).toContain('**A library without closing time** is dated <t:');
});

describe('the buttons of such a card', () => {
  it('show the context of the opening, and offer no more where there is none', async () => {
    const dev = bot.sandbox.user('dev');
    const card = await reply('who wrote this?', FLOOD);
    const context = await dev.press(card, 'Context');
    expect(context.message && textOf(context.message)).toContain('**¶ 2**');
    expect(JSON.stringify(card.components)).not.toContain('More');
  });
});
