import { type Message, type Outcome, type Sandbox, textOf } from '@pullquote/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOARD, PUBLIC } from './articles.ts';
import { runScopedBot, type ScopedBot } from './scoped-bot.ts';

const OWED = 'How much does the town owe for the loan of the harbour bridge?';
const OPENED = 'When did the harbour bridge open?';
const SECRET = '7,431 quibbets';

/** Helpers may see the board; the channel `questions` shows it, `announcements` nothing. */
const rules = (sandbox: Sandbox) => `
default: [public]
dms: [board]
servers:
  ${sandbox.guildId}: [public]
channels:
  ${sandbox.channel('questions').id}: [public, board]
  ${sandbox.channel('announcements').id}: []
  ${sandbox.channel('ask-the-desk').id}: [board]
roles:
  ${sandbox.roleId('Helpers')}: [board]
`;

let bot: ScopedBot;
let asked = 0;
beforeAll(async () => {
  bot = await runScopedBot({ ...PUBLIC, ...BOARD }, rules, (sandbox) => ({
    answerForums: [sandbox.channel('ask-the-desk').id],
  }));
}, 120_000);
afterAll(() => bot.close());

const dev = () => bot.sandbox.user('dev');
/** Has the role that adds the board. */
const chloe = () => bot.sandbox.user('chloe');
const said = ({ message, failure }: Outcome) => (message ? textOf(message) : failure);
const mention = async (channel: string | { id: string }, text: string, who = dev()) =>
  textOf(await who.waitForReply(who.say(channel, text, { mentionBot: true }), 15_000));
const ask = (options: Record<string, string | boolean>, who = dev(), channel = 'general') =>
  who.slash(channel, 'ask', { question: OWED, ...options });

describe('an answer', () => {
  it('comes from the folders of the channel', async () => {
    expect(await mention('general', OWED)).not.toContain(SECRET);
    expect(await mention('general', OPENED)).toContain('4 May 1931');
    expect(await mention('questions', OWED)).toContain(SECRET);
    expect(await mention('general', OWED)).not.toContain(SECRET);
  });

  it('comes from those of its channel in a thread, and of its forum in a post', async () => {
    const open = dev().thread('questions', 'The loan');
    expect(await mention(open, OWED)).toContain(SECRET);
    const closed = dev().thread('general', 'The loan');
    expect(await mention(closed, OWED)).not.toContain(SECRET);
    const reply = await dev().waitForReply(dev().post('ask-the-desk', 'The loan', OWED), 15_000);
    expect(textOf(reply)).toContain(SECRET);
  });

  it('comes from those of direct messages in a direct message', async () => {
    expect(textOf(await dev().waitForReply(dev().dm(OWED)))).toContain(SECRET);
    expect(textOf(await dev().waitForReply(dev().dm(OPENED)))).not.toContain('1931');
  });

  it('is none where nothing is seen', async () => {
    const card = said(await ask({ question: OPENED, private: true }, dev(), 'announcements'));
    expect(card).toBe(`-# ❓ ${OPENED}\nNone of my articles answers this.`);
  });

  it('is remembered for those who see the same, and for nobody else', async () => {
    const question = 'How many carts cross the harbour bridge, and what did June add to the loan?';
    const places: [string, ReturnType<typeof dev>][] = [
      ['general', chloe()],
      ['questions', dev()],
      ['general', dev()],
      ['general', chloe()],
    ];
    const cards: (string | null)[] = [];
    for (const [channel, who] of places) {
      cards.push(said(await ask({ question, private: true }, who, channel)));
    }
    const [ofRole, ofChannel, ofPublic, again] = cards;
    expect(ofRole).toContain('quibbets');
    expect(ofChannel).toBe(ofRole);
    expect(again).toBe(ofRole);
    expect(ofPublic).not.toContain('quibbets');
  });
});

describe('a role', () => {
  it('adds to what only its member is shown, and to nothing that others read', async () => {
    expect(said(await ask({ private: true }, chloe()))).toContain(SECRET);
    expect(said(await ask({ private: true }, dev()))).not.toContain(SECRET);
    expect(said(await ask({}, chloe()))).not.toContain(SECRET);
    expect(await mention('general', OWED, chloe())).not.toContain(SECRET);
  });

  it('shows its member an article that the channel does not see, privately', async () => {
    const source = await chloe().slash('general', 'source', { article: 'The vintrel ledger' });
    expect(source.ephemeral).toBe(true);
    expect(said(source)).toContain(SECRET);
    const open = await chloe().slash('general', 'source', { article: 'The harbour bridge' });
    expect(open.ephemeral).toBe(false);
    const refused = await ask({ article: 'The vintrel ledger' }, chloe());
    expect(said(refused)).toBe(
      'This channel does not see that article. You do: ask with `private`.',
    );
    expect(refused.ephemeral).toBe(true);
  });

  it('lets nobody post what the channel does not see', async () => {
    const publicCards = () => bot.sandbox.user('emi').seen('general').length;
    const answer = await ask({ private: true }, chloe());
    const checked = await chloe().slash('general', 'verify', {
      text: 'The wardens signed the loan at midnight behind the fish market.',
      private: true,
    });
    const context = await chloe().press(answer.message as Message, 'Same article');
    for (const { message } of [answer, checked, context]) {
      const before = publicCards();
      const posted = await chloe().press(message as Message, 'Post to channel');
      expect(said(posted)).toBe('This channel does not see all of this, so I cannot post it here.');
      expect(publicCards()).toBe(before);
    }
  });

  it('does not keep its member from posting what the channel sees', async () => {
    const question = 'Who lives in the north tower?';
    const answer = await ask({ question, private: true }, chloe());
    const before = bot.sandbox.user('emi').seen('general').length;
    await chloe().press(answer.message as Message, 'Post to channel');
    const [posted] = bot.sandbox.user('emi').seen('general').slice(before) as [Message];
    expect(textOf(posted)).toContain('lives in the north tower');
  });

  it('changes nothing of a list that all read when its member turns the page', async () => {
    const list = await dev().waitForReply(
      dev().say('general', 'what articles do you have', { mentionBot: true }),
    );
    const turned = await chloe().press(list, 'Next');
    expect(said(turned)).toContain('9 articles');
    expect(said(turned)).not.toContain('vintrel');
  });
});

describe('/scope', () => {
  it('shows the folders, how many articles they have, and which rule says so', async () => {
    const text = said(await dev().slash('general', 'scope'));
    expect(text).toContain('**Here I answer from 9 articles:**');
    expect(text).toContain('📁 public · 9 articles\n-# by the rule `servers` › this server');
    expect(text).not.toContain('board');
  });

  it('shows what a role adds', async () => {
    const text = said(await chloe().slash('general', 'scope'));
    expect(text).toContain('In answers that only you see, your roles add up to 11 articles:');
    expect(text).toContain(
      `📁 board · 2 articles\n-# by the rule \`roles\` › <@&${bot.sandbox.roleId('Helpers')}>`,
    );
  });

  it('names the channel of the rule, in a thread as well', async () => {
    const thread = dev().thread('questions', `Scope ${asked++}`);
    const text = said(await dev().slash(thread, 'scope'));
    expect(text).toContain(`rule \`channels\` › <#${bot.sandbox.channel('questions').id}>`);
    expect(said(await dev().slash(dev().dmChannel, 'scope'))).toContain('rule `dms`');
    expect(said(await dev().slash('announcements', 'scope'))).toContain('No articles.');
  });
});

describe('what is counted', () => {
  it('is what is seen: in /about, in /status, and after /reindex', async () => {
    expect(said(await dev().slash('general', 'about'))).toContain(
      'from **9** articles (10 passages)',
    );
    expect(said(await dev().slash('questions', 'about'))).toContain('from **11** articles');
    const ben = bot.sandbox.user('ben');
    expect(said(await ben.slash('general', 'status'))).toContain('9 articles, 10 ¶');
  });
});

describe('a new version of the rules', () => {
  it('with mistakes leaves the one before, and /status and /scope say so', async () => {
    await bot.rule(rules(bot.sandbox).replace('dms: [board]', 'dms: [public]'));
    expect(textOf(await dev().waitForReply(dev().dm(OPENED)))).toContain('4 May 1931');
    await bot.rule('default: [bord]');
    expect(textOf(await dev().waitForReply(dev().dm(OPENED)))).toContain('4 May 1931');
    const outdated = 'The newest `scopes.yaml` has mistakes, so the one before it counts.';
    expect(said(await dev().slash('general', 'scope'))).toContain(outdated);
    expect(said(await bot.sandbox.user('ben').slash('general', 'status'))).toContain(outdated);
    expect(bot.logged()).toContain('names the folder \\"bord\\", which is not there');
  });
});
