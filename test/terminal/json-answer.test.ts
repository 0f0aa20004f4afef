import { expect, it } from 'vitest';
import type { Quote } from '../../src/passage.ts';
import { jsonAnswer } from '../../src/terminal/json-answer.ts';
import { answered, CARD, MISSED, quoteOf } from './answers.ts';

it('prints exactly the documented fields of an answer', () => {
  const quote = quoteOf('A. <[B.] C.>', { link: 'https://arlen.example.org/bridge#:~:text=B.' });
  expect(JSON.parse(JSON.stringify(jsonAnswer(answered(quote))))).toStrictEqual({
    question: 'When was it opened?',
    status: 'answered',
    confidence: 0.9123,
    quotes: [
      {
        article: {
          id: CARD.id,
          file: CARD.file,
          title: CARD.title,
          authors: CARD.authors,
          date: '2024-05-17',
          url: CARD.url,
        },
        paragraph: 2,
        start: 3,
        end: 8,
        text: 'B. C.',
        marked: { start: 3, end: 5, text: 'B.' },
        score: 0.9123,
      },
    ],
    nearest: [{ id: CARD.id, title: CARD.title }],
    milliseconds: 180,
  });
});

it('prints what was searched for, only where that is not what was typed', () => {
  const answer = answered(quoteOf('<[B.]>'));
  expect(jsonAnswer({ ...answer, searchedFor: 'When?' })).toMatchObject({ searchedFor: 'When?' });
  expect(jsonAnswer(answer)).not.toHaveProperty('searchedFor');
});

it('prints what the citation says, where it is the citation that answers', () => {
  const article = { id: CARD.id, title: CARD.title };
  const quotes: [Quote] = [quoteOf('<[B.]>')];
  const cited = { ...answered(...quotes), status: 'cited' as const, quotes };
  expect(jsonAnswer({ ...cited, citation: { asked: 'authors', article: CARD } })).toMatchObject({
    status: 'cited',
    citation: { asked: 'authors', article, says: CARD.authors },
  });
  const unsaid = { ...CARD, date: null };
  expect(
    jsonAnswer({ ...cited, quotes: [], citation: { asked: 'date', article: unsaid } }),
  ).toMatchObject({
    status: 'cited',
    quotes: [],
    citation: { asked: 'date', article, says: null },
  });
});

it('prints a miss with the nearest articles by id and title', () => {
  expect(jsonAnswer(MISSED)).toMatchObject({
    status: 'missed',
    quotes: [],
    nearest: [{ id: CARD.id }, { title: 'A Good Year for Apples' }],
  });
});

it('says which quotes differ, the newer one first, and in which figures', () => {
  const about = (id: string, date: string) => ({
    passageId: `${id}#2`,
    article: { ...CARD, id, title: 'How high the river rose', date },
  });
  const older = quoteOf(
    'It rose. <[The gauge read **5.82 metres**.]>',
    about('older', '2024-01-01'),
  );
  const newer = quoteOf('<[He found a line at 6.10 metres.]>', about('newer', '2024-03-12'));
  const question = 'How high did the river rise?';
  const answer = {
    ...answered(older, newer),
    question,
    differing: [newer, older] as [Quote, Quote],
  };
  expect(jsonAnswer(answer)).toMatchObject({
    quotes: [{ article: { id: 'older' } }, { article: { id: 'newer' } }],
    differing: [
      { quote: 1, figure: { start: 19, end: 30, text: '6.10 metres' } },
      { quote: 0, figure: { start: 26, end: 37, text: '5.82 metres' } },
    ],
  });

  const period = { since: '2024-01-01', until: undefined, question, isLifted: false };
  const ofTime = {
    ...answer,
    question: `Since 2024, according to the articles: ${question}`,
    period,
  };
  expect(jsonAnswer(ofTime)).toMatchObject({ differing: [{ figure: {} }, { figure: {} }] });
});
