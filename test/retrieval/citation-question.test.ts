import { describe, expect, test } from 'vitest';
import { asksOfArticleAtHand, citationQuestion } from '../../src/retrieval/citation-question.ts';
import { termsOf } from '../../src/store/terms.ts';

describe('asks for the author:', () => {
  test.each([
    ['Who wrote this?', ''],
    ['and who is the author?', ''],
    ["Who's the author of the article?", ''],
    ['Who was it written by?', ''],
    ['By whom was this report written?', ''],
    ['who is this article by', ''],
    ['Can you tell me who wrote that blog post?', ''],
    ['What are the names of the authors?', ''],
    ['Who wrote the article about kolm?', 'kolm'],
    ['who is the author of the “harbour” interview?', 'harbour'],
    ['Who wrote The Lord of the Rings?', 'lord ring'],
  ])('%s', (question, name) => {
    expect(read(question)).toEqual({ asked: 'authors', name });
  });
});

describe('asks for the date:', () => {
  test.each([
    ['When was this published?', ''],
    ['and when was it written?', ''],
    ['In what year was that story first published?', ''],
    ['do you know when this was posted?', ''],
    ['What is the publication date?', ''],
    ['What is the date of the article?', ''],
    ['How old is this article?', ''],
    ['When did the post come out?', ''],
    ['When was the article on the Long Bridge published?', 'long bridg'],
    ['When did Theo Brandvold publish the interview?', 'theo brandvold'],
  ])('%s', (question, name) => {
    expect(read(question)).toEqual({ asked: 'date', name });
  });
});

describe('asks for neither:', () => {
  test.each([
    'Who composed Eleven Hours?',
    'Who made the cello?',
    'When was the council founded?',
    'When did the guild start?',
    'What is the date of the election?',
    'How old is this bridge?',
    'When is the raid from?',
    'When did the comet appear?',
    'What did the author say about bread?',
    'Who published the report?',
    'Why was this written?',
  ])('%s', (question) => {
    expect(citationQuestion(question)).toBeUndefined();
  });
});

test('asks for both: who wrote that blog post, and when?', () => {
  expect(read('Can you tell me who wrote that blog post, and when?')).toEqual({
    asked: 'authors and date',
    name: '',
  });
});

test('only what names nothing is asked of the article at hand', () => {
  expect(asksOfArticleAtHand('who is the author?')).toBe(true);
  expect(asksOfArticleAtHand('who is the author of Pride and Prejudice?')).toBe(false);
  expect(asksOfArticleAtHand('who is the mayor?')).toBe(false);
});

/** The name in the terms that it is looked for by. */
function read(question: string) {
  const { asked, name = '' } = citationQuestion(question) ?? {};
  return { asked, name: termsOf(name).join(' ') };
}
