import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Passage, Quote } from '../../src/passage.ts';
import type { PassageStore } from '../../src/store/index.ts';
import { type RunningBot, runBot } from '../discord/running-bot.ts';
import { startBrowser } from './browser.ts';
import { answerOf, openLibrary, quoteOf } from './cards.ts';

/** Cards of each kind that are measured: those with the most text to show. */
const MEASURED = 12;
/** A phone in the hand; heights are CSS pixels. */
const PHONE = { width: 390, height: 844 };

let browser: Browser;
let bot: RunningBot;
let store: PassageStore;
let page: Page;
const answers = new Map<string, Answer>();

beforeAll(async () => {
  browser = await startBrowser();
  store = await openLibrary();
  bot = await runBot((sandbox) => ({
    ask: async (question) => answers.get(question) as Answer,
    library: () => store,
    helpersRole: sandbox.roleId('Helpers'),
  }));
  page = await browser.newPage({ viewport: PHONE, locale: 'en-US' });
  await page.goto(bot.sandbox.pageUrl);
  await page.getByRole('heading', { name: 'Welcome to #general' }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await bot?.close();
});

/** Every passage with each of its sentences marked, the longest quotes first. */
function longestQuotes(score: number): Quote[] {
  const passages = store.articles().flatMap(({ id }) => store.passagesOf(id));
  const quotes = passages.flatMap((passage: Passage) =>
    passage.sentences.flatMap((_, place) => quoteOf(store, passage, place, score) ?? []),
  );
  const lines = ({ text }: Quote) => text.split('\n').length;
  const weight = (quote: Quote) =>
    quote.text.length +
    40 * lines(quote) +
    quote.article.title.length +
    quote.article.authors.join().length;
  return quotes.sort((a, b) => weight(b) - weight(a));
}

/** Of each article the quotes that are longest, so that not one article fills the list. */
function worst(score: number): Quote[] {
  const seen = new Map<string, number>();
  return longestQuotes(score)
    .filter(({ article: { id } }) => {
      const times = (seen.get(id) ?? 0) + 1;
      seen.set(id, times);
      return times <= 2;
    })
    .slice(0, MEASURED);
}

let asked = 0;

/** Asks for a card, and measures it on the page; in pixels. */
async function heightOf(answer: Answer): Promise<number> {
  asked += 1;
  const question = `card ${asked}`;
  answers.set(question, { ...answer, question });
  const dev = bot.sandbox.user('dev');
  const reply = await dev.waitForReply(dev.say('general', question, { mentionBot: true }));
  const card = page.locator(`#message-${reply.id} .container`);
  await card.waitFor();
  const height = (await card.boundingBox())?.height ?? Number.POSITIVE_INFINITY;
  return height;
}

async function heightsOf(quotes: readonly Quote[]): Promise<number[]> {
  const heights: number[] = [];
  for (const quote of quotes) heights.push(await heightOf(answerOf('', quote)));
  return heights;
}

describe('on a phone', () => {
  it.each([
    ['answered', 0.9, 420],
    ['likely', 0.5, 450],
    ['near', 0.3, 600],
  ] as const)('a card that is %s is no higher than it may be', async (_, score, most) => {
    const heights = await heightsOf(worst(score));
    expect(Math.max(...heights)).toBeLessThanOrEqual(most);
  });

  it('a card with two quotes is no higher than one with one', async () => {
    const short = worst(0.9)
      .concat(longestQuotes(0.9))
      .filter(({ marked }) => marked.text.length > 150 && marked.text.length <= 200);
    const [first, second] = [
      short[0],
      short.find(({ passageId }) => passageId !== short[0]?.passageId),
    ];
    if (!first || !second) throw new Error('No two quotes of this length.');
    expect(await heightOf(answerOf('', first, second))).toBeLessThanOrEqual(420);
  });
});
