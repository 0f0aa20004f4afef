import { type Sandbox, startSandbox } from '@pullquote/sandbox';
import type { Client } from 'discord.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBrowser } from './browser.ts';
import { startDemoBot } from './demo-bot.ts';

let browser: Browser;
let sandbox: Sandbox;
let bot: Client<true>;
let page: Page;
let faults: string[];

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  bot = await startDemoBot(sandbox);
  page = await browser.newPage({ viewport: { width: 1180, height: 800 }, locale: 'en-US' });
  faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(sandbox.pageUrl);
  await page.getByRole('heading', { name: 'Welcome to #general' }).waitFor();
});

afterEach(async () => {
  expect(faults).toEqual([]);
  await page.close();
  await bot.destroy();
  await sandbox.close();
});

const input = () => page.getByRole('textbox', { name: /^Message / });
const messages = () => page.locator('.message');

/** Sends a message and waits for the bot's card. */
async function ask(text: string): Promise<void> {
  await input().fill(`@Pullquote ${text}`);
  await input().press('Enter');
  await page.locator('.container').last().waitFor();
}

const choose = (name: string) => page.getByRole('button', { name, exact: true }).click();

describe('the page', () => {
  it('says that it is a stand-in for Discord', async () => {
    expect(await page.locator('#stand-in').textContent()).toContain('local stand-in for Discord');
  });

  it('shows the bot’s card in answer to a mention, as a reply', async () => {
    await ask('when?');
    const answer = messages().last();
    expect(await answer.locator('.reply-line').textContent()).toContain('when?');
    expect(await answer.locator('strong').allTextContents()).toContain(
      'By six in the morning the bridge at Altenahr was gone.',
    );
  });

  it('shows the citation below the quote in small print', async () => {
    await ask('when?');
    expect(await page.locator('.subtext').last().textContent()).toMatch(/^The flood of 2021 · Ada/);
  });

  it('shows dates in the language of whoever looks at them', async () => {
    await ask('when?');
    expect(await page.locator('.timestamp').textContent()).toMatch(/^July 1[45], 2021$/);
  });

  it('completes the name of the bot with Tab', async () => {
    await input().pressSequentially('@Pul');
    await page.getByRole('option', { name: /@Pullquote/ }).waitFor();
    await input().press('Tab');
    expect(await input().inputValue()).toBe('@Pullquote ');
  });

  it('draws text as text, whatever it holds', async () => {
    await input().fill('@Pullquote markdown');
    await input().press('Enter');
    const answer = page.locator('.message', { has: page.locator('pre') });
    await answer.waitFor();
    expect(await answer.textContent()).toContain('<img src=x onerror=alert(1)>');
    expect(await answer.locator('img').count()).toBe(0);
    expect(
      await answer.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href'))),
    ).toEqual(['https://articles.example/a_b_c']);
  });

  it('opens links beside itself', async () => {
    await ask('when?');
    const link = page.getByRole('link', { name: 'Article' });
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });
});

describe('a button', () => {
  beforeEach(() => ask('when?'));

  it('is answered privately, until that is dismissed', async () => {
    await choose('📖 Context');
    const answer = page.locator('.ephemeral');
    await answer.getByText('You pressed context').waitFor();
    expect(await answer.textContent()).toContain('Only you can see this');
    await choose('Dismiss message');
    await answer.waitFor({ state: 'detached' });
  });

  it('changes its message', async () => {
    await choose('More');
    await messages().getByText('The next quotes').waitFor();
    expect(await page.locator('.container').count()).toBe(1);
  });

  it('takes its message away', async () => {
    await choose('Delete');
    await page.locator('.container').waitFor({ state: 'detached' });
  });

  it('cannot be pressed where it is disabled', async () => {
    expect(await page.getByRole('button', { name: 'Same article' }).isDisabled()).toBe(true);
  });
});

it('a select menu tells the bot what was picked', async () => {
  await ask('when?');
  await page.getByLabel('Look an article up').selectOption('The flood barrier');
  await messages().getByText('You picked The flood barrier').waitFor();
});

describe('a slash command', () => {
  it('is found, filled in with a completed option, and sent by keyboard alone', async () => {
    await input().pressSequentially('/as');
    await page.getByRole('option', { name: /^\/ask/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('who?');
    await page.getByRole('button', { name: '+ article' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('barr');
    await page.getByRole('option', { name: 'The flood barrier' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.container').waitFor();
    expect(await page.locator('.used').textContent()).toMatch(/Ada\s+used\s+ask/);
  });

  it('shows that the bot is thinking, then the answer for this person only', async () => {
    await input().pressSequentially('/ask');
    await page.keyboard.press('Enter');
    await page.keyboard.type('who?');
    await choose('+ private');
    await choose('Send');
    await page.locator('.ephemeral .thinking').waitFor();
    await page.locator('.ephemeral .container').waitFor();
    expect(sandbox.user('ben').seen('general')).toEqual([]);
  });

  it('is sent by Enter alone where it requires nothing', async () => {
    await input().pressSequentially('/about');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('.container').waitFor();
  });

  it('is left again with Escape', async () => {
    await input().pressSequentially('/about');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.locator('.command-form').waitFor({ state: 'detached' });
  });

  it('is not sent without what it requires', async () => {
    await input().pressSequentially('/ask');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await page.locator('.option-note').textContent()).toBe('question is required.');
  });

  it('says so when the bot does not answer', async () => {
    await input().pressSequentially('/ask');
    await page.keyboard.press('Enter');
    await page.keyboard.type('silence');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The application did not respond').waitFor();
  });

  it('is offered to those only who may use it', async () => {
    await page.getByLabel('You are').selectOption({ label: 'Dev' });
    await page.locator('#me-avatar').getByText('D').waitFor();
    await input().pressSequentially('/');
    const offered = await page.getByRole('option').locator('.choice-label').allTextContents();
    expect(offered).toEqual(['/ask', '/about']);
  });
});

describe('the menu of a message', () => {
  it('has the bot’s commands', async () => {
    await ask('when?');
    await messages().first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Find in articles' }).click();
    await messages().getByText('Searched for:').waitFor();
  });

  it('edits a message of one’s own', async () => {
    await input().fill('first');
    await input().press('Enter');
    await messages().first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Edit message' }).click();
    await input().fill('second');
    await input().press('Enter');
    await page.getByText('(edited)').waitFor();
    expect(sandbox.user('ada').seen('general')[0]?.content).toBe('second');
  });

  it('opens a thread, in which the bot answers too', async () => {
    await ask('when?');
    await messages().first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Create thread' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('The bridge');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The bridge', level: 1 }).waitFor();
    await ask('and then?');
    expect(await page.locator('.channel[aria-current]').textContent()).toContain('The bridge');
  });
});

describe('another channel', () => {
  it('shows that there is something new, and for whom', async () => {
    sandbox.user('ben').say('questions', `<@${sandbox.user('ada').id}> look`);
    const questions = page.getByRole('button', { name: /questions/ });
    await questions.locator('.pings').getByText('1').waitFor();
    await questions.click();
    await page.locator('.mentions-me').waitFor();
    expect(await questions.locator('.pings').count()).toBe(0);
  });

  it('can be a conversation with the bot alone', async () => {
    await page.getByRole('button', { name: 'Pullquote', exact: true }).click();
    await input().fill('when?');
    await input().press('Enter');
    await page.locator('.container').waitFor();
    expect(sandbox.user('ada').seen('general')).toEqual([]);
  });

  it('cannot be written in where that is not allowed', async () => {
    await page.getByLabel('You are').selectOption({ label: 'Dev' });
    await page.locator('#me-avatar').getByText('D').waitFor();
    await page.getByRole('button', { name: /announcements/ }).click();
    await page.getByRole('heading', { name: 'announcements', level: 1 }).waitFor();
    expect(await input().isDisabled()).toBe(true);
  });
});

it('on a narrow screen the channels are behind a button', async () => {
  await page.setViewportSize({ width: 390, height: 780 });
  const questions = page.getByRole('button', { name: /questions/ });
  expect(await questions.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Channels' }).click();
  await questions.click();
  await page.getByRole('heading', { name: 'questions', level: 1 }).waitFor();
  await expect.poll(() => questions.isVisible()).toBe(false);
});

describe('a forum', () => {
  beforeEach(async () => {
    await page.getByRole('button', { name: 'ask-the-desk' }).click();
    await page.getByRole('heading', { name: 'ask-the-desk' }).last().waitFor();
  });

  it('is a list of posts, where one is opened with a title, a text and tags', async () => {
    await choose('New post');
    await page.getByLabel('Title').fill('The bridge');
    await page.locator('#post-text').fill('When was it built?');
    await page.getByLabel('Town').check();
    await choose('Post');
    await page.getByRole('heading', { name: 'The bridge' }).last().waitFor();
    expect(await messages().first().textContent()).toContain('When was it built?');
    await page.getByRole('button', { name: 'ask-the-desk' }).click();
    const post = page.locator('.post-card');
    await post.waitFor();
    expect(await post.locator('.post-tag').allTextContents()).toEqual(['Town']);
    expect(await post.textContent()).toContain('When was it built?');
  });

  it('shows a post that somebody else opens, and leads to it', async () => {
    sandbox.user('dev').post('ask-the-desk', 'The flood', 'How high was it?');
    await page.locator('.post-card', { hasText: 'The flood' }).click();
    await input().fill('@Pullquote when?');
    await input().press('Enter');
    await page.locator('.container').last().waitFor();
    expect(await page.locator('#channel-title').textContent()).toBe('The flood');
  });

  it('offers moderated tags to moderators only', async () => {
    const offered = async () => {
      await choose('New post');
      const names = await page.locator('#post-tags label').allTextContents();
      await choose('Cancel');
      return names.map((name) => name.trim());
    };
    expect(await offered()).toContain('From the editors');
    await page.locator('#people').selectOption({ label: 'Dev' });
    await page.getByRole('button', { name: 'ask-the-desk' }).click();
    await expect.poll(() => page.locator('#me-avatar').textContent()).toBe('D');
    expect(await offered()).toEqual(['Town', 'River', 'Solved']);
  });
});
