import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../src/passage.ts';
import { differingQuotes } from '../../../src/retrieval/differing/differing-quotes.ts';
import { readStore } from '../quotation/keyword-store.ts';
import { AGREE, DIFFER, OTHER_SUBJECTS } from './differing-cases.ts';

const { shelf } = await readStore(fileURLToPath(new URL('../../../corpus', import.meta.url)));

/** A quote of one sentence, from an article about all that the question names. */
function quote(sentence: string, id: string, title: string, more: Partial<Quote> = {}): Quote {
  const span = { start: 0, end: sentence.length };
  return {
    passageId: `${id}#1`,
    article: {
      id,
      file: `${id}.md`,
      title,
      authors: [],
      date: null,
      url: null,
      tags: [],
      language: null,
    },
    paragraph: 1,
    ...span,
    text: sentence,
    marked: { ...span, text: sentence },
    passage: span,
    score: 0.9,
    link: null,
    ...more,
  };
}

/** The sentence of the sample corpus that holds a text, as a quote. */
function sampleQuote(articleId: string, text: string): Quote {
  const { text: source = '', ...article } = shelf.article(articleId) ?? {};
  for (const passage of shelf.passagesOf(articleId)) {
    const sentence = passage.sentences.find((one) =>
      source.slice(one.start, one.end).includes(text),
    );
    if (!sentence) continue;
    const { start, end } = passage;
    const marked = { ...sentence, text: source.slice(sentence.start, sentence.end) };
    const whole = { start, end, text: passage.text, passage: { start, end } };
    return { ...quote('', articleId, ''), ...whole, article: article as Quote['article'], marked };
  }
  throw new Error(`${articleId} does not say "${text}".`);
}

describe('quotes of different articles', () => {
  it('are more than sixty cases both ways', () => {
    expect(DIFFER.length).toBeGreaterThanOrEqual(60);
    expect(AGREE.length).toBeGreaterThanOrEqual(60);
  });

  it.each(DIFFER)('differ: %s | %s | %s', (question, one, other) => {
    const quotes = [quote(one, 'a', question), quote(other, 'b', question)];
    expect(differingQuotes(question, quotes)).toHaveLength(1);
    expect(differingQuotes(question, quotes.reverse())).toHaveLength(1);
  });

  it.each(AGREE)('do not differ: %s | %s | %s', (question, one, other) => {
    const quotes = [quote(one, 'a', question), quote(other, 'b', question)];
    expect(differingQuotes(question, quotes)).toEqual([]);
  });

  it.each(
    OTHER_SUBJECTS,
  )('are not compared when one is about something else: %s', (question, one, other, title) => {
    const quotes = [quote(one, 'a', question), quote(other, 'b', title)];
    expect(differingQuotes(question, quotes)).toEqual([]);
  });

  it('come with the newer one first, undated ones last', () => {
    const dated = (date: string | null, sentence: string) => {
      const one = quote(sentence, `at ${date}`, 'River');
      return { ...one, article: { ...one.article, date } };
    };
    const old = dated('2024-03-12', 'The river rose by 5.82 metres.');
    const recent = dated('2024-03-26', 'The river rose by 6.10 metres.');
    const undated = dated(null, 'The river rose by 4 metres.');
    const question = 'How high did the river rise?';
    expect(differingQuotes(question, [old, recent])).toEqual([[recent, old]]);
    expect(differingQuotes(question, [undated, old])).toEqual([[old, undated]]);
    expect(differingQuotes(question, [old, recent, undated])).toHaveLength(3);
  });

  it('are not compared when one is unlikely to answer', () => {
    const question = 'How high did the river rise?';
    const likely = quote('It rose by 5.82 metres.', 'a', 'River');
    const lessLikely = quote('The river was at 6.10 metres.', 'b', 'River', { score: 0.25 });
    const unlikely = quote('It rose by 6.10 metres.', 'b', 'River', { score: 0.24 });
    expect(differingQuotes(question, [likely, lessLikely])).toHaveLength(1);
    expect(differingQuotes(question, [likely, unlikely])).toEqual([]);
  });

  it('are not compared when the less likely one has no word of the question but what is counted', () => {
    const question = 'How many homes were flooded?';
    const likely = quote('They found 530 homes.', 'a', 'Flood');
    const other = (sentence: string) => quote(sentence, 'b', 'Flood', { score: 0.3 });
    const without = other('In all, 2,100 homes were without light.');
    expect(differingQuotes(question, [likely, without])).toEqual([]);
    expect(differingQuotes(question, [likely, other('It flooded 412 homes.')])).toHaveLength(1);
  });

  it('are not compared when neither says what became of the things counted', () => {
    const question = 'How many homes were evacuated in the flood?';
    const one = quote('They found 530 homes in a bad state.', 'a', 'The flood');
    const other = (sentence: string) => quote(sentence, 'b', 'The flood');
    expect(differingQuotes(question, [one, other('Without light: 412 homes.')])).toEqual([]);
    expect(differingQuotes(question, [one, other('Evacuated: 412 homes.')])).toHaveLength(1);
  });

  it('are not compared when neither is likely to answer', () => {
    const question = 'How high did the river rise?';
    const one = quote('It rose by 5.82 metres.', 'a', 'River', { score: 0.39 });
    const other = quote('It rose by 6.10 metres.', 'b', 'River', { score: 0.39 });
    expect(differingQuotes(question, [one, other])).toEqual([]);
  });

  it('of one article are not compared', () => {
    const question = 'How high did the river rise?';
    const one = quote('It rose by 5.82 metres.', 'a', 'River');
    const other = quote('It rose by 6.10 metres.', 'a', 'River');
    expect(differingQuotes(question, [one, other])).toEqual([]);
  });
});

const TOWN = 'flood/town-report';
const LOWER = 'flood/lower-town-answers';
const WRITTEN: [question: string, newer: string, says: string, older: string, said: string][] = [
  ['How high did the water rise in the flood?', LOWER, '6.10 metres', TOWN, '5.82 metres'],
  ['How many homes were flooded?', LOWER, '530 homes', TOWN, '412 households'],
  [
    'How many people were injured in the flood?',
    LOWER,
    'Twenty-seven people',
    TOWN,
    'Nineteen people',
  ],
  ['What was the damage of the flood?', LOWER, '61 million crowns', TOWN, '38.4 million crowns'],
  ['How many days did the relief fund take on average?', LOWER, '71 days', TOWN, '34 days'],
  ['How long was the average wait for relief?', LOWER, '71 days', TOWN, '34 days'],
  ['What time did the sirens go off?', LOWER, 'ten minutes to midnight', TOWN, '22:05'],
  [
    'How many passengers were on the ferry?',
    'harbour/harbour-master-interview',
    'I counted 91',
    'harbour/solvei-report',
    '87 passengers',
  ],
  [
    'How many employees were on strike at the cannery?',
    'labour/cannery-strike-ends',
    '409 of the plant',
    'labour/company-statement',
    '362 of 455',
  ],
];

describe('what the sample corpus was written to disagree on', () => {
  it.each(WRITTEN)('is found: %s', (question, newer, says, older, said) => {
    const quotes = [sampleQuote(older, said), sampleQuote(newer, says)];
    const [pair] = differingQuotes(question, quotes);
    expect(pair?.map(({ article }) => article.id)).toEqual([newer, older]);
  });
});
