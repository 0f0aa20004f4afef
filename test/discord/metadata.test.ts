import { textOf } from '@pullquote/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRetriever } from '../../src/retrieval/index.ts';
import { indexDatedArticles } from '../retrieval/metadata/dated-articles.ts';
import { type RunningBot, runBot } from './running-bot.ts';

let index: Awaited<ReturnType<typeof indexDatedArticles>>;
let bot: RunningBot;

beforeAll(async () => {
  index = await indexDatedArticles();
  const whole = createRetriever(index.store, index.inference);
  bot = await runBot({
    library: () => index.store,
    ask: (question, options) => whole.ask(question, options),
    keepQuestionsDays: 7,
  });
}, 60_000);

afterAll(async () => {
  await bot?.close();
  await index?.close();
});

const dev = () => bot.sandbox.user('dev');

async function mention(text: string): Promise<string> {
  return textOf(await dev().waitForReply(dev().say('general', text, { mentionBot: true })));
}

describe('asked what is known of articles, the bot', () => {
  it('lists them with authors and dates, each with a look-up', async () => {
    const asked = dev().say('general', 'What did Odile Ferrand write?', { mentionBot: true });
    const card = await dev().waitForReply(asked);
    expect(textOf(card)).toContain('**2 articles · by Odile Ferrand**');
    expect(textOf(card)).toContain('The ferry becomes dearer · Odile Ferrand, Ludo Verhane · <t:');
    const looked = await dev().press(card, 'Look up');
    expect(looked.message && textOf(looked.message)).toContain(
      '> A ticket for the ferry costs seven',
    );
  });

  it('counts them, puts the newest first, and names who wrote', async () => {
    expect(await mention('how many articles on the ferry since 2024?')).toContain(
      '**1 article · on “the ferry” · since 2024**',
    );
    expect(await mention('latest about the ferry')).toContain('newest first');
    expect(await mention('who wrote about bees?')).toContain('By Cosima Tveit.');
  });

  it('says so where there is none, and names those of other times', async () => {
    const said = await mention('articles by Cosima Tveit from 2019');
    expect(said).toContain('No article fits. · by Cosima Tveit · from 2019');
    expect(said).toContain('From other times:');
    expect(said).toContain('Bees on the roof');
  });

  it('still lists articles on a subject in the words of the question', async () => {
    expect(await mention('do you have anything about bees?')).toContain(
      '**My articles on “bees”:**',
    );
  });

  it('keeps none of this for /gaps', async () => {
    const { message } = await bot.sandbox.user('ada').slash('general', 'gaps');
    expect(message && textOf(message)).toContain('Every question found an answer so far.');
  });
});

describe('asked what was said at a time, the bot', () => {
  const FARE = 'How much does a ticket for the ferry cost';

  it('looks only at articles of then, and says so', async () => {
    const said = await mention(`${FARE} according to articles from 2021?`);
    expect(said).toContain('-# Looked only at articles from 2021.');
    expect(said).toContain('four crowns');
    expect(said).not.toContain('seven crowns');
  });

  it('says that none of then answers before it quotes another', async () => {
    const said = await mention(`According to articles from 2024, ${FARE}?`);
    expect(said).toContain('-# No article from 2024 answers this. Of all articles:');
    expect(said).toContain('crowns');
  });
});

it('an article that is older than another one on the card says by how much', async () => {
  const said = await mention('How much does a ticket for the ferry cost?');
  expect(said).toContain('seven crowns');
  expect(said).toContain('four crowns');
  expect(said.match(/4 years older than the newest quoted/gu)).toHaveLength(1);
});
