import { AxeBuilder } from '@axe-core/playwright';
import { type Sandbox, startSandbox } from '@pullquote/sandbox';
import type { Client } from 'discord.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBrowser } from './browser.ts';
import { startDemoBot } from './demo-bot.ts';

const SCREENS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;
let sandbox: Sandbox;
let bot: Client<true>;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  bot = await startDemoBot(sandbox);
});

afterEach(async () => {
  await bot.destroy();
  await sandbox.close();
});

type Theme = 'light' | 'dark';

async function open(theme: Theme, screen: keyof typeof SCREENS): Promise<Page> {
  const context = await browser.newContext({ viewport: SCREENS[screen], colorScheme: theme });
  const page = await context.newPage();
  await page.goto(sandbox.pageUrl);
  await page.getByRole('heading', { name: 'Welcome to #general' }).waitFor();
  const input = page.getByRole('textbox', { name: /^Message / });
  for (const text of ['markdown', 'when?']) {
    await input.fill(`@Pullquote ${text}`);
    await input.press('Enter');
  }
  await page.locator('.container').last().waitFor();
  return page;
}

async function complaintsAbout(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(passes.length).toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe.each<Theme>(['light', 'dark'])('the page in its %s theme', (theme) => {
  it.each([
    'desktop',
    'phone',
  ] as const)('has no fault that axe-core finds on a %s', async (screen) => {
    const page = await open(theme, screen);
    expect(await complaintsAbout(page)).toEqual([]);
    await page.context().close();
  });

  it('has no such fault in a form, a menu and a private reply', async () => {
    const page = await open(theme, 'desktop');
    await page.getByRole('button', { name: 'Context' }).last().click();
    await page.locator('.message.ephemeral').waitFor();
    await page.getByRole('textbox', { name: /^Message / }).pressSequentially('/ask');
    await page.getByRole('option', { name: /ask/ }).waitFor();
    expect(await complaintsAbout(page)).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await complaintsAbout(page)).toEqual([]);
    await page.context().close();
  });

  it('has no such fault in a forum and its form', async () => {
    sandbox.user('dev').post('ask-the-desk', 'The flood', 'How high was it?', { tags: ['River'] });
    const page = await open(theme, 'desktop');
    await page.getByRole('button', { name: 'ask-the-desk' }).click();
    await page.locator('.post-card').waitFor();
    expect(await complaintsAbout(page)).toEqual([]);
    await page.getByRole('button', { name: 'New post' }).click();
    expect(await complaintsAbout(page)).toEqual([]);
    await page.context().close();
  });

  it('stands on a ground of that kind', async () => {
    const page = await open(theme, 'desktop');
    const color = await page.evaluate<string>(
      'getComputedStyle(document.documentElement).backgroundColor',
    );
    const ground = Number(/\d+/.exec(color)?.[0]) > 127 ? 'light' : 'dark';
    expect(ground).toBe(theme);
    await page.context().close();
  });
});
