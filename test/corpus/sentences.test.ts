import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/corpus/sentences.ts';
import { SENTENCE_CASES } from './sentence-cases.ts';

const split = (text: string) =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each(SENTENCE_CASES)('%s', (_title, marked) => {
    const expected = marked.split('|').map((sentence) => sentence.trim());
    expect(split(marked.replaceAll('|', ''))).toEqual(expected);
  });

  it('finds no sentence in white space', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \n\t ')).toEqual([]);
  });

  it('covers all characters but white space, trimmed and in order, in any text', () => {
    const piece = fc.constantFrom(
      ...[
        'Mr.',
        'U.S.',
        'No.',
        '5',
        '3.5',
        'p.m.',
        'Rain',
        'fell',
        '“',
        '”',
        '"',
        "'",
        '«',
        '»',
        '(',
      ],
      ...[
        ')',
        '[1]',
        '…',
        '...',
        '.',
        '?!',
        '。',
        '「',
        '」',
        '今天',
        '🎉',
        'e\u0301',
        'مرحبا',
        ' ',
        '\n',
        '\r\n',
      ],
      ...[';', 'Ω', '—', '\u2028', '\ud83d', '1.'],
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ')),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    fc.assert(
      fc.property(text, (value) => {
        let end = 0;
        for (const sentence of splitSentences(value)) {
          expect(value.slice(end, sentence.start).trim()).toBe('');
          const piece = value.slice(sentence.start, sentence.end);
          expect(piece).not.toBe('');
          expect(piece.trim()).toBe(piece);
          end = sentence.end;
        }
        expect(value.slice(end).trim()).toBe('');
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the same sentences however long the text before them is', () => {
    const sentence = 'Dr. Ortiz of the U.S. Navy paid $3.5 million.';
    const sentences = split(Array(1_000).fill(sentence).join(' '));
    expect(sentences).toEqual(Array(1_000).fill(sentence));
  });

  it('sees what follows an end wherever it stands in a long text', () => {
    for (let length = 1_900; length < 2_010; length += 1) {
      const last = `He${'e'.repeat(length % 8)} waited. (12) and went.`;
      const text = `${'He sat. '.repeat(length / 8)}${last}`;
      expect(split(text).at(-1)).toBe(last);
    }
  });

  it('ends sentences in a text without a capital letter', () => {
    const sentences = [
      'the company sold notes in march 2014, due in the year 2024.',
      'the net proceeds of 3.5 million went to the u.s. branch.',
      'what was left stayed in the bank!',
    ];
    expect(split(sentences.join(' '))).toEqual(sentences);
  });

  it('cuts what is too long for a sentence where a clause ends', () => {
    const clause = `${'word '.repeat(70).trim()};`;
    expect(split([clause, clause, clause].join(' '))).toEqual([clause, clause, clause]);
  });

  it('leaves no sentence longer than 500 characters, and no surrogate pair cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 500, maxLength: 3_000 }), (text) => {
        for (const sentence of split(text)) {
          expect(sentence.length).toBeLessThanOrEqual(500);
          expect(sentence.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['dots', '.'.repeat(100_000)],
    ['quotation marks', '"'.repeat(100_000)],
    ['full stops and quotation marks', '." '.repeat(33_000)],
    ['opening brackets', '('.repeat(100_000)],
    ['no punctuation', 'word '.repeat(20_000)],
    ['one word', 'a'.repeat(100_000)],
    ['footnote marks', `It ended.${'[1]'.repeat(33_000)}`],
    ['white space', `a.${' '.repeat(100_000)}b`],
    ['abbreviations', 'e.g. U.S. '.repeat(10_000)],
    ['sentences', 'The U.S. has 3.5 dogs. '.repeat(4_300)],
  ])('splits 100,000 characters of %s in under a second', (_title, text) => {
    const start = performance.now();
    splitSentences(text);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
