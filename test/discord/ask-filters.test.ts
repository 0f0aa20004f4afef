import { type Message, textOf } from '@pullquote/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBot, runBot } from './running-bot.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await runBot({ keepQuestionsDays: 7 });
});
afterAll(() => bot.close());

const dev = () => bot.sandbox.user('dev');
const COST = 'How much do repairs and the night opening cost the town?';

async function ask(options: Record<string, string>): Promise<Message> {
  const { message } = await dev().slash('general', 'ask', { question: COST, ...options });
  return message as Message;
}

describe('/ask with a filter', () => {
  it('answers only from the articles that fit, and names the filter', async () => {
    const all = textOf(await ask({}));
    expect(all).not.toContain('Only these articles:');
    const tagged = textOf(await ask({ tag: 'Culture' }));
    expect(tagged).toContain('-# Only these articles: 🏷️ culture');
    expect(tagged).toContain('220,000 crowns');
    expect(tagged).not.toContain('14 million');
    const written = textOf(await ask({ author: 'jon aske' }));
    expect(written).toContain('✍️ Jon Aske');
    expect(written).toContain('14 million');
  });

  it('takes dates as people write them', async () => {
    expect(textOf(await ask({ since: 'January 2025' }))).toContain('📅 2025-01-01 – ');
    const before = textOf(await ask({ until: '31.12.2024' }));
    expect(before).toContain('📅  – 2024-12-31');
    expect(before).toContain('220,000 crowns');
  });

  it('says in one line what is no date, no tag, or leaves no article', async () => {
    expect(textOf(await ask({ since: 'soon' }))).toBe(
      '“soon” is no date. Write it as 2025, 2025-03, 2025-03-31, March 2025 or last year.',
    );
    expect(textOf(await ask({ tag: 'zebras' }))).toBe('No article has the tag “zebras”.');
    expect(textOf(await ask({ tag: 'culture', since: '2025' }))).toBe(
      'No article fits. 🏷️ culture · 📅 2025-01-01 – ',
    );
  });

  it('lists articles under it, too', async () => {
    const listed = textOf(await ask({ question: 'list your articles', tag: 'culture' }));
    expect(listed).toContain('1 article');
    const newest = textOf(await ask({ question: "what's new?", until: '2024' }));
    expect(newest).toContain('A library without closing time');
    expect(newest).not.toContain('The night the Alder rose');
  });

  it('offers tags, authors, and dates with what is understood', async () => {
    const offered = (name: string, typed: string) =>
      dev().autocomplete('general', 'ask', name, typed, { question: COST });
    expect((await offered('tag', 'cul')).map(({ value }) => value)).toEqual(['culture']);
    expect((await offered('author', 'eid')).map(({ value }) => value)).toEqual(['Tomas Eide']);
    expect((await offered('since', '')).map(({ value }) => value)).toEqual(['2025', '2024']);
    expect((await offered('until', 'March 2024'))[0]?.name).toBe(
      'March 2024 (2024-03-01 – 2024-03-31)',
    );
  });
});

describe('a filter is kept', () => {
  it('by the buttons of the answer', async () => {
    const question = 'The library of Ostby counted how many visitors, night opening and theft?';
    const more = await dev().press(await ask({ question, tag: 'culture' }), 'More');
    const said = more.message ? textOf(more.message) : '';
    expect(said).toContain('🏷️ culture');
    expect(said).not.toContain('Alder');
  });

  it('by a reply to the answer', async () => {
    const card = await ask({ tag: 'culture' });
    const asked = dev().say('general', 'And how much do the repairs cost the town?', {
      replyTo: card,
      mentionBot: true,
    });
    const reply = textOf(await dev().waitForReply(asked));
    expect(reply).toContain('🏷️ culture');
    expect(reply).not.toContain('14 million');
  });

  it('not by a question that goes on from nothing', async () => {
    const asked = dev().say('general', COST, { mentionBot: true });
    expect(textOf(await dev().waitForReply(asked))).not.toContain('Only these articles:');
  });
});
