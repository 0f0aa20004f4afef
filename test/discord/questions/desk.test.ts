import { describe, expect, it } from 'vitest';
import type { Library } from '../../../src/discord/catalogue/library.ts';
import { Desk, type DeskOptions, type Outcome } from '../../../src/discord/questions/desk.ts';
import { createRateLimits } from '../../../src/discord/questions/rate-limits.ts';
import { IndexError } from '../../../src/errors.ts';
import type { Answer, Ask } from '../../../src/passage.ts';
import { EVERYTHING } from '../../../src/scopes/scope.ts';
import { ARTICLES } from '../articles.ts';
import { askByWords, libraryOf } from '../library.ts';

const ANN = { userId: '1', guildId: 'g', scope: EVERYTHING };
const BOB = { userId: '2', guildId: 'g', scope: EVERYTHING };
const QUESTION = 'How many visitors did the library count?';

/** A desk over the test library that counts what is really asked. */
function deskWith(changes: Partial<DeskOptions> & { slow?: number } = {}) {
  const shelf: { library: Library } = { library: libraryOf(ARTICLES) };
  const asked: string[] = [];
  const faults: unknown[] = [];
  const answer = askByWords(() => shelf.library);
  const ask: Ask = async (question, options) => {
    asked.push(question);
    if (changes.slow) await new Promise((resolve) => setTimeout(resolve, changes.slow));
    return answer(question, options);
  };
  const desk = new Desk({
    ask,
    similar: async () => [],
    library: () => shelf.library,
    limits: createRateLimits({ memberPerMinute: 100, guildPerMinute: 100 }),
    concurrency: 1,
    queueLimit: 10,
    report: (error) => `e${faults.push(error)}`,
    ...changes,
  });
  return { desk, asked, faults, shelf };
}

function answerOf(outcome: Outcome): Answer {
  if (outcome.kind !== 'answer') throw new Error(`No answer: ${outcome.kind}`);
  return outcome.answer;
}

describe('Desk', () => {
  it('answers from memory what somebody else has just asked, and keeps the wording of each', async () => {
    const { desk, asked } = deskWith();
    const first = await desk.ask(ANN, QUESTION);
    const second = await desk.ask(BOB, '  How many  visitors did the library count ??');
    expect(asked).toHaveLength(1);
    expect(first).toMatchObject({ answer: { question: QUESTION } });
    expect(second).toMatchObject({
      answer: {
        question: 'How many visitors did the library count ??',
        quotes: answerOf(first).quotes,
      },
    });
  });

  it('tells capital letters apart, as "WHO" is not "who"', async () => {
    const { desk, asked } = deskWith();
    await desk.ask(ANN, 'What did WHO say of the library?');
    await desk.ask(BOB, 'What did who say of the library?');
    expect(asked).toHaveLength(2);
  });

  it('refuses a server for its own questions only, though another one asks the same', async () => {
    const limits = createRateLimits({ memberPerMinute: 100, guildPerMinute: 1 });
    const { desk } = deskWith({ limits, slow: 20 });
    await desk.ask(ANN, 'What the busy server asked before?');
    const [busy, quiet] = await Promise.all([
      desk.ask(ANN, QUESTION),
      desk.ask({ userId: '3', guildId: 'quiet', scope: EVERYTHING }, QUESTION),
    ]);
    expect(busy).toMatchObject({ kind: 'busy', who: 'guild' });
    expect(quiet.kind).toBe('answer');
  });

  it('computes once what several ask at the same time', async () => {
    const { desk, asked } = deskWith({ slow: 10 });
    const outcomes = await Promise.all([desk.ask(ANN, QUESTION), desk.ask(BOB, QUESTION)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['answer', 'answer']);
    expect(asked).toHaveLength(1);
  });

  it('asks anew in another scope, for more quotes, and after a new index', async () => {
    const { desk, asked, shelf } = deskWith();
    await desk.ask(ANN, QUESTION);
    await desk.ask(ANN, QUESTION, { articleIds: ['2025/flood'] });
    await desk.ask(ANN, QUESTION, { top: 6 });
    await desk.ask(ANN, QUESTION, { earlier: { question: 'x', articleIds: [] } });
    shelf.library = libraryOf(ARTICLES, 'g2');
    await desk.ask(ANN, QUESTION);
    expect(asked).toHaveLength(5);
  });

  it('asks again when the index was swapped while it was asking', async () => {
    const { desk, asked, shelf } = deskWith({ slow: 20 });
    const outcome = desk.ask(ANN, QUESTION);
    await new Promise((resolve) => setTimeout(resolve, 5));
    shelf.library = libraryOf(ARTICLES, 'g2');
    expect(await outcome).toMatchObject({ kind: 'answer', library: shelf.library });
    expect(asked).toHaveLength(2);
  });

  it('forgets a failure, gives its id in the log, and answers the next time', async () => {
    let fail = true;
    const good = askByWords(() => libraryOf(ARTICLES));
    const gone = new IndexError('missing', 'The index is gone.');
    const ask: Ask = (question) => (fail ? Promise.reject(gone) : good(question));
    const { desk, faults } = deskWith({ ask });
    expect(await desk.ask(ANN, QUESTION)).toEqual({ kind: 'failed', errorId: 'e1' });
    expect(faults).toHaveLength(1);
    fail = false;
    expect((await desk.ask(ANN, QUESTION)).kind).toBe('answer');
  });

  it('says that the articles are away while their server is, and answers when it is back', async () => {
    let isAway = true;
    const good = askByWords(() => libraryOf(ARTICLES));
    const away = new IndexError('away', 'The index server does not answer.');
    const ask: Ask = (question) => (isAway ? Promise.reject(away) : good(question));
    const { desk, faults } = deskWith({ ask });
    expect(await desk.ask(ANN, QUESTION)).toEqual({ kind: 'away' });
    expect(faults).toEqual([away]);
    isAway = false;
    expect((await desk.ask(ANN, QUESTION)).kind).toBe('answer');
  });

  it('limits a member, and tells the seconds to wait', async () => {
    const limits = createRateLimits({ memberPerMinute: 2, guildPerMinute: 100 });
    const { desk } = deskWith({ limits });
    await desk.ask(ANN, 'One question?');
    await desk.ask(ANN, 'Two questions?');
    expect(await desk.ask(ANN, 'Three?')).toMatchObject({ kind: 'busy', who: 'member' });
    expect((await desk.ask(BOB, 'Three?')).kind).toBe('answer');
  });

  it('limits what a server has computed, not what memory answers', async () => {
    const limits = createRateLimits({ memberPerMinute: 100, guildPerMinute: 1 });
    const { desk } = deskWith({ limits });
    expect((await desk.ask(ANN, QUESTION)).kind).toBe('answer');
    expect((await desk.ask(BOB, QUESTION)).kind).toBe('answer');
    expect(await desk.ask(BOB, 'Something else?')).toMatchObject({ kind: 'busy', who: 'guild' });
    expect((await desk.ask({ ...BOB, guildId: null }, 'Something else?')).kind).toBe('answer');
  });

  it('says how long to wait when the queue is full', async () => {
    const { desk } = deskWith({ slow: 10, queueLimit: 1 });
    const outcomes = await Promise.all(
      ['One?', 'Two?', 'Three?'].map((question) => desk.ask(ANN, question)),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['answer', 'answer', 'busy']);
    expect(outcomes[2]).toMatchObject({ who: 'queue' });
  });

  it.each([
    ['', 'empty'],
    ['?!', 'empty'],
    ['<@123456789012345678>', 'empty'],
    ['a'.repeat(501), 'too-long'],
  ])('takes no question from %j', async (written, kind) => {
    const { desk, asked } = deskWith();
    expect((await desk.ask(ANN, written)).kind).toBe(kind);
    expect(asked).toEqual([]);
  });

  it('ends what is open with an outcome when it is abandoned', async () => {
    const { desk } = deskWith({ slow: 60_000 });
    const running = desk.ask(ANN, 'One question?');
    const waiting = desk.ask(BOB, 'Another one?');
    await new Promise((resolve) => setTimeout(resolve, 5));
    desk.close();
    expect(await desk.ask(BOB, 'Too late?')).toEqual({ kind: 'stopping' });
    desk.abandon();
    expect(await running).toEqual({ kind: 'stopping' });
    expect(await waiting).toEqual({ kind: 'stopping' });
  });
});
