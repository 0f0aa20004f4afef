import { describe, expect, it, test } from 'vitest';
import type { Sentence } from '../../src/passage.ts';
import { saysSomething, withSense } from '../../src/retrieval/filler.ts';

function sentencesOf(...texts: string[]): Sentence[] {
  let at = 0;
  return texts.map((plain) => {
    const start = at;
    at += plain.length + 1;
    return { start, end: start + plain.length, plain };
  });
}

describe('what says nothing to somebody who has read nothing else', () => {
  test.each([
    [['He did.']],
    [['No.']],
    [['Yes, he did.']],
    [['No. Never.']],
    [['No.', 'Never.']],
    [['Ja!']],
    [['How high did it rise?']],
    [['Did he?', 'Did she?']],
    [['はい。']],
    [['1911.']],
  ])('%j', (texts) => {
    expect(saysSomething(sentencesOf(...texts))).toBe(false);
  });
});

describe('what says something', () => {
  test.each([
    [['He sold honey.']],
    [['Did he sell it?', 'He did.']],
    [['It rained. No.']],
    [['Milk', 'Eggs']],
    [['npm test']],
    [['今天下雨了，很大。']],
    [['No, the wall stood.']],
  ])('%j', (texts) => {
    expect(saysSomething(sentencesOf(...texts))).toBe(true);
  });
});

describe('a quote that says nothing alone', () => {
  const all = sentencesOf('Did the wall stand that night?', 'It did.', 'The town slept on.');
  const [asked, did, slept] = all as [Sentence, Sentence, Sentence];
  const only = ({ start, end }: Sentence) => ({ start, end });

  it('is given with the sentence before it', () => {
    expect(withSense(only(did), all)).toEqual({ start: asked.start, end: did.end });
  });

  it('is given with the sentence after it where there is none before', () => {
    expect(withSense(only(asked), all)).toEqual({ start: asked.start, end: did.end });
  });

  it('is left alone where it says something', () => {
    expect(withSense(only(slept), all)).toEqual(only(slept));
  });
});
