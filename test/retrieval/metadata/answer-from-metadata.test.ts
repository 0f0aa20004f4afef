import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, AskOptions } from '../../../src/passage.ts';
import { createRetriever, type Retriever } from '../../../src/retrieval/index.ts';
import type { PassageStore } from '../../../src/store/index.ts';
import { indexDatedArticles } from './dated-articles.ts';

let index: Awaited<ReturnType<typeof indexDatedArticles>>;
let store: PassageStore;
let retriever: Retriever;

beforeAll(async () => {
  index = await indexDatedArticles();
  store = index.store;
  retriever = createRetriever(store, index.inference, { today: () => '2025-11-24' });
}, 60_000);

afterAll(() => index?.close());

async function listed(
  question: string,
  options?: AskOptions,
): Promise<string[] | Answer['status']> {
  const answer = await retriever.ask(question, options);
  return answer.status === 'listed' ? answer.listing.articles.map(({ id }) => id) : answer.status;
}

describe('a list of articles answers', () => {
  it('what somebody wrote, the newest first, by any part of the name', async () => {
    expect(await listed('What did Odile Ferrand write?')).toEqual(['ferry-new', 'ferry-old']);
    expect(await listed('articles by Ferrand from 2021')).toEqual(['ferry-old']);
    expect(await listed('Was hat Ferrand geschrieben?')).toEqual(['ferry-new', 'ferry-old']);
  });

  it('what is newest on a subject or by somebody', async () => {
    expect(await listed('latest about the ferry')).toEqual(['ferry-new', 'ferry-old']);
    expect(await listed('oldest article about the ferry')).toEqual(['ferry-old', 'ferry-new']);
  });

  it('how many there are on a subject, by somebody or since a day', async () => {
    expect(await listed('How many articles are there about bees?')).toEqual(['bees']);
    expect(await listed('how many articles since May')).toEqual(['ferry-new']);
  });

  it('who wrote about something', async () => {
    const answer = await retriever.ask('Who wrote about bees?');
    expect(answer).toMatchObject({
      status: 'listed',
      listing: { asked: 'authors', articles: [{ authors: ['Cosima Tveit'] }] },
    });
  });

  it('also where it is empty, and then names the nearest', async () => {
    const answer = await retriever.ask('articles by Cosima Tveit from 2019');
    expect(answer).toMatchObject({
      status: 'listed',
      listing: { articles: [], author: 'Cosima Tveit', since: '2019-01-01', until: '2019-12-31' },
      nearest: [{ id: 'bees' }],
    });
  });

  it('within the filter that is asked under', async () => {
    expect(await listed('latest about the ferry', { filter: { until: '2022-12-31' } })).toEqual([
      'ferry-old',
    ]);
  });

  it('never for somebody who wrote no article', async () => {
    expect(await listed('What did William Shakespeare write?')).not.toBeInstanceOf(Array);
  });
});

describe('asked what was said at a time', () => {
  const FARE = 'How much does a ticket for the ferry cost';

  it('only articles of then are searched, and the answer says so', async () => {
    const answer = await retriever.ask(`${FARE} according to articles from 2021?`);
    expect(answer.period).toEqual({
      since: '2021-01-01',
      until: '2021-12-31',
      question: expect.stringContaining('ticket for the ferry cost'),
      isLifted: false,
    });
    expect(answer.quotes.filter(({ article }) => article.id !== 'ferry-old')).toEqual([]);
    expect(answer.quotes[0]?.text).toContain('four crowns');
  });

  it('the other articles answer where none of then does, and that is said, too', async () => {
    const answer = await retriever.ask(`According to articles from 2024, ${FARE}?`);
    expect(answer.period?.isLifted).toBe(true);
    expect(answer.quotes[0]?.text).toContain('crowns');
  });

  it('a question that goes on is about that time, too', async () => {
    const before = `${FARE} according to articles from 2021?`;
    const answer = await retriever.ask('And for a bicycle?', {
      earlier: { question: before, articleIds: ['ferry-old'] },
    });
    expect(answer.period?.since).toBe('2021-01-01');
  });

  it('a year that is part of the matter is left in the question', async () => {
    const answer = await retriever.ask('How many passengers did the ferry carry in 1998?');
    expect(answer.period).toBeUndefined();
    expect(answer.quotes[0]?.text).toContain('91,000');
  });
});

it('a filter is never left, and named in the answer', async () => {
  const filter = { tag: 'garden' };
  const answer = await retriever.ask('How much does a ticket for the ferry cost?', { filter });
  expect(answer.filter).toEqual(filter);
  expect(answer.quotes.filter(({ article }) => article.id !== 'bees')).toEqual([]);
});

it('the one article that a filter leaves is not the article at hand', async () => {
  const filter = { tag: 'garden' };
  const answer = await retriever.ask('Who is the author?', { filter });
  expect(answer.status).not.toBe('cited');
});
