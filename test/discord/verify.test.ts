import { flattenComponents, type Message, type Outcome, textOf } from '@pullquote/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quotedOn } from '../../src/discord/render/checked-quotations.ts';
import { quotedInDiff, renderDiff } from '../../src/discord/render/diff.ts';
import { unescapeMarkdown } from '../../src/discord/text/escape.ts';
import { type RunningBot, runBot } from './running-bot.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await runBot();
});
afterAll(() => bot.close());

const dev = () => bot.sandbox.user('dev');
const said = (outcome: Outcome) => (outcome.message ? textOf(outcome.message) : outcome.failure);
const verify = (text: string, more = {}) => dev().slash('general', 'verify', { text, ...more });
const displaysOf = (message: Message) =>
  flattenComponents(message.components).flatMap(({ id, content }) =>
    content === undefined ? [] : [{ id, content }],
  );

describe('/verify', () => {
  it('shows the article’s own words, status first, with citation and context', async () => {
    const outcome = await verify('“the river Alder rose by 4.2 metres in a single night”');
    expect(outcome).toMatchObject({ ephemeral: false, deferred: true });
    expect(said(outcome)).toMatch(
      /^\*\*Verbatim\*\*\n> The river Alder rose by 4\.2 metres in a single night\n/u,
    );
    expect(said(outcome)).toContain('[The night the Alder rose](<https://news.example/2025/flood');
    expect(said(outcome)).toContain('¶\u00a01');
    const context = await dev().press(outcome.message as Message, 'Context');
    expect(said(context)).toContain('**¶ 2**\n> Ida Brandt has been mayor');
  });

  it('shows what was altered, word by word, and what the article says', async () => {
    const outcome = await verify('The river Alder rose by 5.2 metres in a single night.');
    expect(said(outcome)).toMatch(
      /^\*\*Altered\*\*\n> The river Alder rose by ~~5\\\.2~~ \*\*4\\\.2\*\* metres in a single night\n/u,
    );
    expect(said(outcome)).toContain('> The river Alder rose by 4.2 metres in a single night');
  });

  it('says so honestly when no article has anything near', async () => {
    const outcome = await verify('All zebras of the *northern* zoo were painted @everyone blue.');
    expect(said(outcome)).toMatch(
      /^\*\*Not found\*\*\n> All zebras of the \\\*northern\\\* zoo were painted \\@everyone blue\./u,
    );
    expect(outcome.message?.mention_everyone).toBe(false);
  });

  it('answers privately when asked to, without a button to delete', async () => {
    const outcome = await verify('Eleven cameras watch the reading rooms', { private: true });
    expect(outcome.ephemeral).toBe(true);
    expect(JSON.stringify(outcome.message?.components)).not.toContain('pq1.delete');
  });

  it('says so when there is nothing to check', async () => {
    expect(said(await verify('🦀 …'))).toBe('This has no words that I could check.');
  });

  it('speaks the language of whoever asks', async () => {
    const emi = bot.sandbox.user('emi');
    emi.locale = 'fr';
    const outcome = await emi.slash('general', 'verify', {
      text: 'Eleven cameras watch the reading rooms',
    });
    expect(said(outcome)).toMatch(/^\*\*Mot pour mot\*\*/u);
  });

  it('shows a hostile paragraph without its marks, mentions and links', async () => {
    const outcome = await verify('pings @everyone and @here, and <@123456789012345678>');
    expect(said(outcome)).toContain('**Verbatim**\n');
    expect(said(outcome)).toContain('pings \\@everyone and \\@here, and \\<\\@123456789012345678');
  });

  it('counts as a question for the limits', async () => {
    const busy = await runBot({ questionsPerMinute: { member: 1, guild: 100 } });
    const asker = busy.sandbox.user('dev');
    await asker.slash('general', 'verify', { text: 'Eleven cameras' });
    const second = await asker.slash('general', 'verify', { text: 'Eleven cameras' });
    await busy.close();
    expect(said(second)).toMatch(/Ask again in \d+ s\./u);
  });
});

describe('"Check this quote"', () => {
  const menu = (content: string) =>
    dev().contextMenu(bot.sandbox.user('emi').say('general', content), 'Check this quote');

  it('judges each quotation of a message, for the eyes of who asks', async () => {
    const outcome = await menu(
      'They say "Eleven cameras watch the reading rooms" and “she was a hydrologist before she went into business”, also “the zebra was painted blue by all”',
    );
    expect(outcome.ephemeral).toBe(true);
    expect(said(outcome)?.match(/^\*\*(?:Verbatim|Altered|Not found)\*\*/gmu)).toEqual([
      '**Verbatim**',
      '**Altered**',
      '**Not found**',
    ]);
  });

  it('works on a card of the bot itself: its quotes are verbatim', async () => {
    const question = 'How many kilometres of the wall stood when the water came?';
    const card = await dev().waitForReply(dev().say('general', question, { mentionBot: true }));
    const outcome = await dev().contextMenu(card, 'Check this quote');
    expect(said(outcome)).toMatch(/^\*\*Verbatim\*\*\n/u);
  });

  it('stays within the limits of a message for three long quotations', async () => {
    const long = (word: string) =>
      `"${word} ${'goes on about turnips and never stops, '.repeat(14)}"`;
    const outcome = await menu(
      [long('The endless paragraph'), long('It'), long('zebra that')].join(' '),
    );
    expect(outcome.failure).toBeNull();
    expect(textOf(outcome.message as Message).length).toBeLessThanOrEqual(4_000);
  });
});

describe('what a card says was quoted', () => {
  it.each([
    'the river Alder rose by 4.2 metres in a single night',
    'The river Alder fell by *5.2* metres in a single @everyone night.',
    'All zebras of the northern zoo were painted blue.',
    'The river Alder rose by 4.2 metres […] Nobody in Ostby had seen it so high since 1963',
  ])('can be checked again, with the same result: %s', async (quotation) => {
    const first = await verify(quotation);
    const [quoted = ''] = quotedOn(displaysOf(first.message as Message));
    expect(said(await verify(quoted))).toBe(said(first));
  });

  it('is read back from a comparison', () => {
    const diff = renderDiff(
      [
        { kind: 'same', text: 'a * b' },
        { kind: 'quoted', text: '~x~' },
        { kind: 'article', text: 'y * z' },
        { kind: 'elided' },
        { kind: 'same', text: 'end' },
      ],
      500,
    );
    expect(diff).toBe('a \\* b ~~\\~x\\~~~ **y \\* z** […] end');
    expect(unescapeMarkdown(quotedInDiff(diff)).replace(/\s+/gu, ' ')).toBe('a * b ~x~ […] end');
  });

  it('says what it leaves out where there is little room', () => {
    const parts = Array.from({ length: 50 }, (_, i) => ({
      kind: 'quoted' as const,
      text: `word${i}`,
    }));
    const diff = renderDiff(parts, 100);
    expect(diff.length).toBeLessThanOrEqual(100);
    expect(diff).toMatch(/ \[…\]$/u);
  });
});
