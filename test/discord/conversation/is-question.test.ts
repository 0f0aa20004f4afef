import { describe, expect, it } from 'vitest';
import { isQuestion } from '../../../src/discord/conversation/is-question.ts';
import { QUESTIONS, TALK } from './channel-cases.ts';

describe('is a question for the articles:', () => {
  it.each(QUESTIONS)('%s', (text) => expect(isQuestion(text)).toBe(true));
});

describe('is talk among people:', () => {
  it.each(TALK)('%s', (text) => expect(isQuestion(text)).toBe(false));
});
