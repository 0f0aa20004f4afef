import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/corpus/parse-article.ts';
import { ArticleError } from '../../src/errors.ts';
import { expectInvariants } from './invariants.ts';

const word = fc.constantFrom(
  ...[
    'The',
    'dam',
    'broke.',
    'Mr.',
    'U.S.',
    '3.5',
    '“Stop!”',
    'cafe\u0301',
    '🎉',
    'שלום',
    'مرحبا.',
  ],
  ...[
    '今天下雨。',
    'Nobody',
    'e.g.',
    'a_b_c',
    '👩‍👩‍👧',
    '?!',
    '…',
    '[12]',
    'https://a.b/c?d=e.f',
    '(x)',
    'a@b.c',
  ],
);
const mark = fc.constantFrom(
  ...[
    '**',
    '*',
    '_',
    '`',
    '``',
    '~~',
    '[',
    '](x)',
    '](<a b> "t")',
    '![',
    '<b>',
    '<!--',
    '-->',
    '\\*',
    '\\',
  ],
  ...[
    '&amp;',
    '&nbsp;',
    '&#65;',
    '&nope;',
    '<br>',
    '[^1]',
    '[^1]: ',
    '|',
    '> ',
    '- ',
    '1. ',
    '# ',
    '## ',
  ],
  ...['```', '    ', '\t', '---', '***', '===', '\0', '[x] ', '<div>', '$', '| - | - |', '  '],
);
const newline = fc.constantFrom(
  '\n',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  '\r',
  '\n> ',
  '\n  ',
  '\n\n- ',
  '  \n',
);
const space = fc.constantFrom(' ', ' ', '');

function textOf(piece: fc.Arbitrary<string>) {
  return fc
    .array(fc.tuple(piece, space), { maxLength: 60 })
    .map((pieces) => pieces.flat().join(''));
}
const markdown = textOf(
  fc.oneof(
    { weight: 5, arbitrary: word },
    { weight: 3, arbitrary: mark },
    { weight: 2, arbitrary: newline },
  ),
);
const newspaper = textOf(
  fc.oneof({ weight: 5, arbitrary: word }, { weight: 2, arbitrary: newline }),
);

function parse(file: string, text: string) {
  try {
    return parseArticle(file, Buffer.from(text));
  } catch (error) {
    expect(error).toBeInstanceOf(ArticleError);
    return null;
  }
}

describe('the passages and sentences of any article', () => {
  it('are literal, numbered, ordered and disjoint in Markdown', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const parsed = parse('a.md', `Begin.\n\n${text}`);
        if (parsed) expectInvariants(parsed);
      }),
      { numRuns: 3_000 },
    );
  });

  it('are literal, numbered, ordered and disjoint in plain text, and plain is the text', () => {
    fc.assert(
      fc.property(newspaper, (text) => {
        const parsed = parse('a.txt', `Title\nBegin here.\n${text}`);
        if (!parsed) return;
        expectInvariants(parsed);
        for (const passage of parsed.passages) {
          expect(passage.plain).toBe(passage.text.replace(/\s*[\r\n]\s*/g, ' '));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('have the letters of their plain text in the source at their offsets, in order', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        // A character reference stands for a letter that the source does not have.
        const source = `Begin.\n\n${text.replaceAll('&', '')}`;
        for (const passage of parse('a.md', source)?.passages ?? []) {
          for (const { start, end, plain } of passage.sentences) {
            let at = start;
            for (const letter of plain.match(/\p{L}/gu) ?? []) {
              at = source.indexOf(letter, at) + letter.length;
              expect(at).toBeGreaterThan(start);
              expect(at).toBeLessThanOrEqual(end);
            }
          }
        }
      }),
      { numRuns: 1_500 },
    );
  });
});
