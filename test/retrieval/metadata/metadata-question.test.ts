import { describe, expect, it } from 'vitest';
import { metadataQuestions } from '../../../src/retrieval/metadata/metadata-question.ts';
import { ASKED, NOT_ASKED } from './metadata-cases.ts';

const TODAY = '2026-11-24';

/** `articles by Ferrand on the flood 2024-01-01..2024-12-31` */
function read(text: string): string | undefined {
  const [first] = metadataQuestions(text, TODAY);
  if (!first) return undefined;
  const { asked, author, subject, period } = first;
  return [
    asked,
    author && `by ${author}`,
    subject && `on ${subject}`,
    period && `${period.since ?? ''}..${period.until ?? ''}`,
  ]
    .filter(Boolean)
    .join(' ');
}

describe('asks for what is known of articles:', () => {
  it.each(ASKED)('%s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('asks for nothing of the kind:', () => {
  it.each(NOT_ASKED)('%s', (text) => expect(read(text)).toBeUndefined());
});

describe('what is asked of articles of a time', () => {
  it.each([
    ['According to articles from 2024, who is the mayor?', 'who is the mayor'],
    ['How long is the wall according to articles of 2024?', 'How long is the wall'],
    ['What was said in 2023 about the flood?', 'What was said about the flood?'],
  ])('is the question without it: %s', (text, rest) => {
    expect(metadataQuestions(text, TODAY)[0]?.rest).toBe(rest);
  });
});
