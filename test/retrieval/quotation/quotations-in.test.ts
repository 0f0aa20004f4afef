import { describe, expect, it } from 'vitest';
import { quotationsIn } from '../../../src/retrieval/quotation/quotations-in.ts';

const CASES: [message: string, quotations: string[]][] = [
  ['The river rose by four metres.', ['The river rose by four metres.']],
  ['It said "the river rose by four metres" last week', ['the river rose by four metres']],
  [
    'It said “the river rose” and “nobody was warned at all”.',
    ['the river rose', 'nobody was warned at all'],
  ],
  ['Da stand: „Der Fluss stieg um vier Meter.“', ['Der Fluss stieg um vier Meter.']],
  ['Ils ont écrit « la rivière a monté » hier', ['la rivière a monté']],
  ['They call it the "Ember", I hear', ['They call it the "Ember", I hear']],
  ['> The river rose\n> by four metres.\nIs that so?', ['The river rose\nby four metres.']],
  ['> One piece here\nand\n> another piece there', ['One piece here', 'another piece there']],
  ['Look:\n>>> The river rose\n\nby four metres.', ['The river rose\n\nby four metres.']],
  [
    '> The "big old river" rose\nbut "nobody was warned"',
    ['The "big old river" rose', 'nobody was warned'],
  ],
  [
    '"one two three" "four five six" "seven eight nine" "ten eleven twelve"',
    ['one two three', 'four five six', 'seven eight nine'],
  ],
  ['"one two\n\nthree four"', ['"one two\n\nthree four"']],
  ['- [the report](https://example.org/a) says\n- **so**', ['the report says\n**so**']],
  ['😀 !!!', []],
  ['', []],
];

describe('what a message quotes', () => {
  it.each(CASES)('%j', (message, quotations) => {
    expect(quotationsIn(message)).toEqual(quotations);
  });
});
