import { flattenComponents, type Message, type Outcome, textOf } from '@pullquote/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryOf } from './library.ts';
import { type RunningBot, runBot } from './running-bot.ts';

const paragraphs = Array.from({ length: 40 }, (_, i) =>
  `Paragraph ${i + 1} of *many*. ${'It goes on. '.repeat(30)}`.trim(),
);
const endless = 'turnips '.repeat(900).trim();

let bot: RunningBot;
beforeAll(async () => {
  bot = await runBot();
  bot.shelf.library = libraryOf([
    {
      id: 'long',
      title: 'A long one',
      authors: ['Mira Holm'],
      date: '2025-03-03',
      text: paragraphs.join('\n\n'),
    },
    { id: 'endless', title: 'An endless one', text: `Short.\n\n${endless}\n\nEnd.` },
    { id: 'short', title: 'A *short* one', text: 'Just this.' },
  ]);
});
afterAll(() => bot.close());

const dev = () => bot.sandbox.user('dev');
const said = (outcome: Outcome) => (outcome.message ? textOf(outcome.message) : outcome.failure);

async function open(title: string): Promise<Outcome> {
  const list = (await dev().slash('general', 'sources')).message as Message;
  const menu = flattenComponents(list.components).find((one) => one.options);
  const value = menu?.options?.find(({ label }) => label === title)?.value ?? '';
  return dev().select(list, menu?.custom_id ?? '', [value]);
}

/** All pages of an article, from the first on. */
async function readAll(title: string): Promise<string[]> {
  const opened = await open(title);
  const message = opened.message as Message;
  const pages = [textOf(message)];
  while (flattenComponents(message.components).some(({ label }) => label === 'Next')) {
    await dev().press(message, 'Next');
    pages.push(textOf(message));
  }
  return pages;
}

describe('an article opened from the list of articles', () => {
  it('is shown privately from its beginning', async () => {
    const outcome = await open('A long one');
    expect(outcome.ephemeral).toBe(true);
    expect(said(outcome)).toMatch(/^-# ¶ 1\n> Paragraph 1 of \\\*many\\\*\./u);
    expect(said(outcome)).toContain('A long one · Mira Holm');
  });

  it('is read whole, page by page, with no paragraph cut', async () => {
    const pages = await readAll('A long one');
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page.length).toBeLessThanOrEqual(4_000);
    expect(pages.join('\n')).not.toContain('[…]');
    const numbers = pages.join('\n').match(/(?<=^> Paragraph )\d+/gmu);
    expect(numbers).toEqual(paragraphs.map((_, i) => String(i + 1)));
    expect(pages.join('\n').match(/It goes on\./gu)).toHaveLength(40 * 30);
  });

  it('has only such a paragraph cut that is longer than a message', async () => {
    const pages = await readAll('An endless one');
    expect(pages).toHaveLength(3);
    expect(pages[1]).toContain('-# […]');
    expect(pages[0]).not.toContain('[…]');
  });

  it('turns back, too', async () => {
    const { message } = await open('A long one');
    await dev().press(message as Message, 'Next');
    await dev().press(message as Message, 'Previous');
    expect(textOf(message as Message)).toMatch(/^-# ¶ 1\n/u);
  });

  it('has no page buttons when one page is enough', async () => {
    const { message } = await open('A *short* one');
    expect(textOf(message as Message)).toContain('> Just this.');
    expect(flattenComponents((message as Message).components).some(({ type }) => type === 2)).toBe(
      false,
    );
  });

  it('is said to be gone when it was taken out meanwhile', async () => {
    const list = (await dev().slash('general', 'sources')).message as Message;
    const menu = flattenComponents(list.components).find((one) => one.options);
    const before = bot.shelf.library;
    bot.shelf.library = libraryOf([{ id: 'other', text: 'Other.' }], 'g2');
    const gone = await dev().select(list, menu?.custom_id ?? '', [menu?.options?.[0]?.value ?? '']);
    bot.shelf.library = before;
    expect(said(gone)).toBe('This article is no longer in my library.');
  });
});
