import fc from 'fast-check';
import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { QuoteMismatchError } from '../../src/errors.ts';
import type { Answer } from '../../src/passage.ts';
import type { TerminalStyle } from '../../src/terminal/citation-line.ts';
import { renderAnswer } from '../../src/terminal/render-answer.ts';
import { answered, articlesOf, CARD, doubtful, MISSED, quoteFrom, quoteOf } from './answers.ts';

const plain = { colors: pc.createColors(false) };
const colored = { colors: pc.createColors(true) };
const bold = colored.colors.bold;
const show = (answer: Answer, style: TerminalStyle) =>
  renderAnswer(answer, articlesOf(answer), style);
const OPENED = quoteOf('<[It was opened in 1871.] It carried carts.>');

describe('an answer for reading', () => {
  it('is the quote in quote marks, and below it who said so, when and where', () => {
    expect(show(answered(OPENED), plain)).toBe(
      [
        '“It was opened in 1871. It carried carts.”',
        '— The stone bridge of Arlen · Mira Holt, Jon Adeyemi · 17 May 2024 · ¶ 2 · bridges/stone-bridge.md',
      ].join('\n'),
    );
  });

  it('names the page, where the article has pages', () => {
    expect(show(answered({ ...OPENED, page: 3 }), plain)).toMatch(/ · ¶ 2 · p\. 3 · bridges/);
  });

  it('leaves out of the citation what the article does not say', () => {
    const article = { ...CARD, authors: [], date: null };
    expect(show(answered({ ...OPENED, article }), plain)).toMatch(
      /\n— The stone bridge of Arlen · ¶ 2 · bridges\/stone-bridge\.md$/,
    );
  });

  it('ends with the link to the sentence, unbroken, where the article has an address', () => {
    const link = `${CARD.url}#:~:text=It%20was%20opened%20in%201871.`;
    const lines = show(answered({ ...OPENED, link }), { ...plain, columns: 30 }).split('\n');
    expect(lines.at(-1)).toBe(`  ${link}`);
  });

  it('says first what was searched for, where that is not what was typed', () => {
    const answer = { ...answered(OPENED), searchedFor: 'When was it opened?' };
    expect(show(answer, { ...plain, columns: 30 }).split('\n')).toEqual([
      'Searched for “When was it ',
      'opened?”.',
      '',
      ...show(answered(OPENED), { ...plain, columns: 30 }).split('\n'),
    ]);
  });

  it('says first that articles differ, the newer one before the older one', () => {
    const other = { ...CARD, id: 'other', title: 'Another bridge of Arlen', date: '2025-01-02' };
    const differs = quoteOf('<[It was opened in 1872.]>', { article: other, passageId: 'other#2' });
    const answer: Answer = { ...answered(OPENED, differs), differing: [differs, OPENED] };
    expect(show(answer, plain).match(/^[T“].*$/gmu)).toEqual([
      'The articles differ:',
      '“It was opened in 1872.”',
      '“It was opened in 1871. It carried carts.”',
    ]);
  });

  it.each([
    ['before', 'First. <[Second.]>', '[…] “Second.”'],
    ['behind', '<[First.]> Second.', '“First.” […]'],
    ['on both sides', 'First. <[Second.]> Third.', '[…] “Second.” […]'],
  ])('says outside the quote marks that the passage goes on %s', (_title, passage, line) => {
    expect(show(answered(quoteOf(passage)), plain).split('\n')[0]).toBe(line);
  });

  it('has the answering sentence in bold where there is colour, and no mark elsewhere', () => {
    const answer = answered(quoteOf('<It is old. [It was opened in 1871.] It is long.>'));
    expect(show(answer, colored)).toContain(
      `“It is old. ${bold('It was opened in 1871.')} It is long.”`,
    );
    expect(show(answer, plain)).toContain('“It is old. It was opened in 1871. It is long.”');
  });

  it('keeps the lines of a list, each bold by itself, so that pagers show it', () => {
    const { quote, articles } = quoteFrom('1. carts\n2. bicycles\n\nand more');
    const { start, end, text } = quote;
    const all = { ...quote, marked: { start, end, text } };
    expect(renderAnswer(answered(all), articles, colored)).toContain(
      `“1. ${bold('carts')}\n2. ${bold('bicycles')}”`,
    );
  });

  it('parts several quotes by an empty line', () => {
    const other = quoteOf('<[The toll house is a bakery.]>', {
      paragraph: 3,
      passageId: 'tolls#3',
      article: { ...CARD, id: 'tolls' },
    });
    expect(show(answered(OPENED, other), plain)).toMatch(
      /¶ 2 · \S+\n\n“The toll house is a bakery\.”\n— .* ¶ 3 · /,
    );
  });

  it.each([
    ['likely', 'Probably this (42% likely):'],
    ['near', 'Not an answer, but near (42% likely):'],
  ] as const)('says first of %s quotes what they are, and how likely they answer', (status, said) => {
    const answer = doubtful(status, OPENED, 0.424);
    expect(show(answer, plain).split('\n\n')).toEqual([
      said,
      expect.stringMatching(/^“It was opened/),
    ]);
  });

  it('is an honest miss with the nearest articles where none answers', () => {
    expect(show(MISSED, plain)).toBe(
      [
        'No article answers that.',
        'The nearest articles:',
        '  • The stone bridge of Arlen (bridges/stone-bridge.md)',
        '  • A Good Year for Apples (harvest.txt)',
      ].join('\n'),
    );
    expect(show({ ...MISSED, nearest: [] }, plain)).toBe('No article answers that.');
  });

  it.each([
    ['authors', 'The stone bridge of Arlen is by Mira Holt and Jon Adeyemi.'],
    ['date', 'The stone bridge of Arlen is dated 17 May 2024.'],
  ] as const)('says first what the citation says of the %s', (asked, line) => {
    const citation = { asked, article: CARD };
    const answer: Answer = { ...answered(OPENED), status: 'cited', citation, quotes: [OPENED] };
    expect(show(answer, plain)).toBe(`${line}\n\n${show(answered(OPENED), plain)}`);
    expect(show(answer, colored)).toContain(bold(line));
    expect(show(answer, colored)).not.toContain(bold(OPENED.marked.text));
  });

  it.each([
    ['authors', 'The stone bridge of Arlen does not say who wrote it.'],
    ['date', 'The stone bridge of Arlen does not say when it was published.'],
  ] as const)('says so where the citation has no %s', (asked, line) => {
    const article = { ...CARD, authors: [], date: null };
    expect(
      show({ ...MISSED, status: 'cited', citation: { asked, article }, quotes: [] }, plain),
    ).toBe(`${line}\n— The stone bridge of Arlen · bridges/stone-bridge.md`);
  });

  it('has no formatting at all without colour', () => {
    const all = [answered(OPENED), doubtful('likely', OPENED, 0.4), MISSED];
    for (const answer of all) expect(show(answer, plain)).not.toContain('\u001b');
  });
});

describe('a quote from Markdown', () => {
  const { italic, strikethrough } = colored.colors;

  it.each([
    ['strong text', 'It rose. It rose to **6.10 metres**.', `It rose to ${bold('6.10 metres')}.`],
    ['emphasis', 'It sank. The *Halcyon* sank.', `The ${italic('Halcyon')} sank.`],
    [
      'what is struck out',
      'It fell. It costs ~~four~~ five.',
      `It costs ${strikethrough('four')} five.`,
    ],
    ['code', 'It ran. Run `npm_run a*b` twice.', 'Run npm_run a*b twice.'],
    ['a link', 'It is. See [the report](https://a.example).', 'See the report.'],
    ['escapes', 'It is. A \\*star\\* &amp; more.', 'A *star* & more.'],
  ])('has %s drawn, without its marks', (_, source, drawn) => {
    const { quote, articles } = quoteFrom(source);
    expect(renderAnswer(answered(quote), articles, colored)).toContain(`${drawn}”`);
  });

  it('has marks inside the bold sentence drawn too', () => {
    const { quote, articles } = quoteFrom('The *Halcyon* sank.');
    expect(renderAnswer(answered(quote), articles, colored)).toContain(
      `“${bold('The ')}${italic(bold('Halcyon'))}${bold(' sank.')}”`,
    );
  });

  it('has the rows of a table as lines, and its cells apart', () => {
    const { quote, articles } = quoteFrom('| place | rose |\n|---|---|\n| Quay | **5.82 m** |');
    expect(renderAnswer(answered(quote), articles, plain)).toMatch(
      /^“place · rose\nQuay · 5\.82 m”\n/u,
    );
  });

  it('is not shown where the article does not say it', () => {
    const { quote, articles } = quoteFrom('It rose to **6.10 metres**.');
    const altered = { ...quote, text: quote.text.replace('6', '7') };
    expect(() => renderAnswer(answered(altered), articles, plain)).toThrow(QuoteMismatchError);
  });

  it('is the article less its marks, word for word', () => {
    const word = fc.stringMatching(/^[a-zäß漢]{1,9}$/u);
    const inline = fc
      .tuple(fc.constantFrom('', '*', '**', '_', '~~', '`'), word)
      .map(([mark, text]) => mark + text + mark);
    const sentence = fc
      .array(inline, { minLength: 1, maxLength: 9 })
      .map((all) => `${all.join(' ')}.`);
    const lead = fc.constantFrom('', '- ', '> ', '1. ', '# x\n\n');
    fc.assert(
      fc.property(lead, fc.array(sentence, { minLength: 1, maxLength: 4 }), (front, sentences) => {
        const { quote, articles } = quoteFrom(front + sentences.join(' '));
        const [shown = ''] = renderAnswer(answered(quote), articles, plain).split('\n— ');
        const passage = articles.passage(quote.passageId);
        const words = (text = '') => text.match(/[\p{L}\p{M}]+/gu);
        expect(words(shown)).toEqual(words(quote.text));
        expect(shown.replace(/^“(?:- |1\. )?|”$|\s/gu, '')).toBe(
          passage?.plain.replace(/\s/gu, ''),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('on a terminal', () => {
  const word = fc.stringMatching(/^[a-zäß漢,.]{1,9}$/);
  const words = fc.array(word, { minLength: 1, maxLength: 30 });

  it('no line is wider than the terminal, and no word is lost or broken', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 80 }), (all, columns) => {
        const quote = quoteOf(`<[${all.join(' ')}]>`);
        const [text = ''] = show(answered(quote), { ...plain, columns }).split('\n— ');
        const lines = text.split('\n');
        expect(lines.join(' ').replace(/\s+/g, ' ')).toBe(`“${all.join(' ')}”`);
        for (const line of lines) {
          expect(widthOf(line.trimEnd())).toBeLessThanOrEqual(columns);
          expect(line).not.toMatch(/^ /);
        }
      }),
    );
  });

  it('the indentation of code stays', () => {
    const { quote, articles } = quoteFrom('```\nif (flood) {\n    closeTheGates();\n}\n```');
    expect(renderAnswer(answered(quote), articles, { ...plain, columns: 40 })).toContain(
      '“if (flood) {\n    closeTheGates();\n}”',
    );
  });

  it('an article cannot send commands to it', () => {
    const article = { ...CARD, title: 'A\u001b[2Jtitle\r\nof two lines', file: 'a\u0007.md' };
    const quote = quoteOf('<[Text\u001bc rings\u0007 and\u009b31m more.]>\r', { article });
    const text = show(answered(quote), plain);
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(text).toContain('“Text␛c rings␇ and�31m more.” […]\n— A␛[2Jtitle of two lines · ');
    expect(show({ ...MISSED, nearest: [article] }, plain)).toContain(
      '  • A␛[2Jtitle of two lines (a␇.md)',
    );
  });
});

/** East Asian characters take two columns. */
function widthOf(line: string): number {
  return [...line].reduce((width, character) => width + (character === '漢' ? 2 : 1), 0);
}
