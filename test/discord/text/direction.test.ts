import { describe, expect, it } from 'vitest';
import { apart, inItsDirection } from '../../../src/discord/text/direction.ts';

describe('a line of an article', () => {
  it.each([
    '«لم نبنِ جسرًا أجمل منه».',
    '1891: افتُتح الجسر',
    'הגשר נפתח ב־1891.',
  ])('%s is laid out from right to left', (line) =>
    expect(inItsDirection(line, `**${line}**`)).toBe(`\u2067**${line}**\u2069`));

  it.each([
    'The word جسر means bridge.',
    '鶴岬灯台は1911年に点灯した。',
    '„Ja“, sagte er.',
    '5.82',
  ])('%s is left as it is', (line) => expect(inItsDirection(line, line)).toBe(line));
});

describe('a name in a line', () => {
  it('stands apart where it has letters from right to left, and only there', () => {
    expect(apart('ليلى حداد')).toBe('\u2068ليلى حداد\u2069');
    expect(apart('The book of جسر')).toBe('\u2068The book of جسر\u2069');
    expect(apart('佐藤美咲')).toBe('佐藤美咲');
  });
});
