import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Passage, Quote, Span } from '../../src/passage.ts';
import type { PassageStore, Shelf } from '../../src/store/index.ts';
import { type RunningBot, runBot } from '../discord/running-bot.ts';
import { readAll } from '../store/read-all.ts';
import { startBrowser } from './browser.ts';
import { answerOf, openLibrary, quoteOf } from './cards.ts';

/** Cards of each kind that are measured: those with the most text to show. */
const MEASURED = 12;
/** A phone in the hand; heights are CSS pixels. */
const PHONE = { width: 390, height: 844 };

let browser: Browser;
let bot: RunningBot;
let store: PassageStore;
let shelf: Shelf;
let page: Page;
const answers = new Map<string, Answer>();

beforeAll(async () => {
  browser = await startBrowser();
  store = await openLibrary();
  shelf = await readAll(store);
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
  const passages = store.articles().flatMap(({ id }) => shelf.passagesOf(id));
  const quotes = passages.flatMap((passage: Passage) =>
    passage.sentences.flatMap((_, place) => quoteOf(shelf, passage, place, score) ?? []),
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
  const card = await shown(answer);
  return (await card.boundingBox())?.height ?? Number.POSITIVE_INFINITY;
}

/** Asks for a card; @returns it as the page draws it. */
async function shown(answer: Answer): Promise<Locator> {
  asked += 1;
  const question = answer.question || `card ${asked}`;
  answers.set(question, { ...answer, question });
  const dev = bot.sandbox.user('dev');
  const reply = await dev.waitForReply(dev.say('general', question, { mentionBot: true }));
  const card = page.locator(`#message-${reply.id} .container`);
  await card.waitFor();
  return card;
}

/** The quote of the sentence that holds a text. */
function quoteWith(articleId: string, text: string): Quote {
  const sourceOf = ({ start, end }: Span) => shelf.article(articleId)?.text.slice(start, end) ?? '';
  for (const passage of shelf.passagesOf(articleId)) {
    const place = passage.sentences.findIndex((sentence) => sourceOf(sentence).includes(text));
    const quote = place < 0 ? undefined : quoteOf(shelf, passage, place, 0.9);
    if (quote) return quote;
  }
  throw new Error(`${articleId} does not say "${text}".`);
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

  it.each([
    ['How high did the river rise?', 'differing/6.10', 'differing/5.82'],
    ['How high did the river get?', 'flood/lower-town-answers', 'flood/town-report'],
  ])('a card with articles that differ shows both figures: %s', async (question, a, b) => {
    const figures = ['6.10 metres', '5.82 metres'] as const;
    const newer = quoteWith(a, figures[0]);
    const older = quoteWith(b, figures[1]);
    const card = await shown({ ...answerOf(question, newer, older), differing: [newer, older] });
    const text = (await card.textContent()) ?? '';
    for (const figure of figures) expect(text).toContain(figure);
    expect((await card.boundingBox())?.height).toBeLessThanOrEqual(600);
  });

  it('a card with articles that differ is no higher than one that is only near', async () => {
    const quotes = worst(0.9);
    const heights: number[] = [];
    for (const [i, one] of quotes.entries()) {
      const other = quotes[(i + 2) % quotes.length] as Quote;
      heights.push(await heightOf({ ...answerOf('', one, other), differing: [one, other] }));
    }
    expect(Math.max(...heights)).toBeLessThanOrEqual(600);
  });
});
