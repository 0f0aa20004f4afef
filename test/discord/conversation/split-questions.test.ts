import { describe, expect, it } from 'vitest';
import { splitQuestions } from '../../../src/discord/conversation/split-questions.ts';
import { ONE, SEVERAL } from './split-cases.ts';

describe('asks several things:', () => {
  it.each(SEVERAL)('%j', (message, ...questions) =>
    expect(splitQuestions(message)).toEqual(questions));
});

describe('asks one thing:', () => {
  it.each(ONE)('%j', (message) => expect(splitQuestions(message)).toEqual([message.trim()]));
});
