import fc from 'fast-check';

/** Pieces of text that mean something to Discord, to Unicode, or to a careless program. */
const PIECES = [
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&1>',
  '<#1>',
  '<t:1>',
  '</ask:1>',
  '<:a:1>',
  '<id:home>',
  '[click](https://evil.example)',
  '[a',
  'b]',
  '](',
  'https://evil.example/x_y_z',
  'http://1.2.3.4',
  'discord.gg/abc',
  'me@example.org',
  '<https://x.example>',
  '`',
  '```',
  '```js\n',
  '**',
  '*',
  '_',
  '__',
  '~~',
  '||',
  '\\',
  '\\\\',
  '> ',
  '>>> ',
  '# ',
  '## ',
  '-# ',
  '- ',
  '* ',
  '1. ',
  '12. ',
  '\n',
  '\r\n',
  '\n\n',
  ' ',
  '  ',
  '\t',
  ':smile:',
  '¯\\_(ツ)_/¯',
  '12:30',
  'a:b',
  'e\u0301\u0302\u0303\u0304',
  'Z\u0351\u036b\u0343'.repeat(5),
  '👩‍👩‍👧‍👦',
  '🇩🇪',
  '👍🏽',
  '\u202e',
  '\u2066',
  'שלום',
  'مرحبا',
  '漢字',
  'ﷺ',
  '𝔘',
  'Sentence one. ',
  'And two? ',
  'word ',
  '¿Qué? ',
  '.',
  ',',
  ';',
  '"',
];

export const nastyText = (least = 1, most = 60) =>
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12, unit: 'grapheme' })), {
      minLength: least,
      maxLength: most,
    })
    .map((pieces) => pieces.join(''));

/** A paragraph without a blank line, that starts and ends in ink; sometimes one endless sentence. */
export const nastyParagraph = fc
  .oneof(
    nastyText(),
    nastyText(100, 400),
    nastyText(2, 5).map((text) =>
      text
        .replace(/[.?!\n\r]/gu, '')
        .repeat(400)
        .slice(0, 4_000),
    ),
  )
  .map((text) =>
    text
      .replace(/\s*\n\s*\n\s*|\r(?!\n)/gu, '\n')
      .toWellFormed()
      .trim(),
  )
  .filter((text) => /\S/u.test(text));
