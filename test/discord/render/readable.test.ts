import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../src/corpus/parse-article.ts';
import { quoteBlock } from '../../../src/discord/render/quote-block.ts';
import { ArticleError } from '../../../src/errors.ts';
import type { Span } from '../../../src/passage.ts';

interface Node {
  type: string;
  content?: string | Node[];
  target?: string;
  name?: string;
}

/** What a Discord client may be made to do by an article: write in bold or italics, strike, code, link. */
const DRAWN = new Set([
  'text',
  'br',
  'newline',
  'twemoji',
  'strong',
  'em',
  'strikethrough',
  'inlineCode',
]);

/** What a client shows of a quote: its text, that in bold, and the addresses that it links. */
function shownOf(block: string) {
  const shown = { text: '', bold: '', targets: [] as string[] };
  const walk = (nodes: readonly Node[], isBold: boolean): void => {
    for (const { type, content, target, name } of nodes) {
      const isLink = type === 'link' && target !== undefined;
      if (!DRAWN.has(type) && !isLink) throw new Error(`${type} in ${JSON.stringify(block)}`);
      if (isLink) shown.targets.push(target);
      const isBreak = type === 'br' || type === 'newline';
      const text = isBreak ? '\n' : String(content ?? name ?? '');
      if (Array.isArray(content)) walk(content, isBold || type === 'strong');
      else {
        shown.text += text;
        if (isBold || isBreak) shown.bold += text;
      }
    }
  };
  const lines = block.split('\n').filter((line) => line !== '-# […]');
  for (const line of lines) expect(line).toMatch(/^> /u);
  const quoted = lines
    .map((line) => line.slice(2).replace(/^(?: *(?:- |\d+\. ))+/u, ''))
    // A line in Arabic or Hebrew is put between marks of its direction.
    .map((line) => line.replace(/\u2067(.*)\u2069$/su, '$1'))
    .join('\n');
  walk(parse(quoted, 'extended') as Node[], false);
  return shown;
}

/** White space aside, and what parts cells of a table. */
const inkOf = (text: string) => text.replace(/[\s,·☑☐]/gu, '');
/** 15,000 were tried, too. */
const RUNS = 500;
const wordsOf = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

function show(source: string, marked: number | undefined, file = 'a.md', room = 4_000) {
  const { article, passages } = parseArticle(file, Buffer.from(source));
  return passages.map((passage) => {
    const place = marked === undefined ? 0 : marked % passage.sentences.length;
    const anchor = passage.sentences[place] as Span;
    const whole = { article, passage, within: passage, anchor };
    return {
      passage,
      anchor,
      block: quoteBlock({ ...whole, marked: marked === undefined ? undefined : anchor }, room),
    };
  });
}

const first = (source: string, marked?: number, file?: string) =>
  show(source, marked, file)[0]?.block.split('\n');

describe('a quote from Markdown', () => {
  it.each([
    [
      'strong text',
      'It rose to **6.10 metres** that night.',
      ['> It rose to **6.10 metres** that night.'],
    ],
    ['emphasis', 'The *Halcyon* and the _Tern_ sank.', ['> The _Halcyon_ and the _Tern_ sank.']],
    ['emphasis inside a word', 'That is un*believ*able.', ['> That is unbelievable.']],
    ['what is struck out', 'It costs ~~four~~ five crowns.', ['> It costs ~~four~~ five crowns.']],
    ['code', 'Run `npm_run a*b` twice.', ['> Run `npm_run a*b` twice.']],
    [
      'a link',
      'See [the report](https://a.example/x_y).',
      ['> See [the report](<https://a.example/x%5Fy>).'],
    ],
    [
      'a link that is no address of the web',
      'See [the report](javascript:alert(1)).',
      ['> See the report.'],
    ],
    [
      'a link whose label is another address',
      'See [https://b.example](https://a.example).',
      ['> See https\\://b.example.'],
    ],
    [
      'a reference to a link',
      'See [the report][r] now.\n\n[r]: https://a.example',
      ['> See the report now.'],
    ],
    ['a footnote mark', 'It rose.[^1] It fell.\n\n[^1]: By itself.', ['> It rose. It fell.']],
    ['an image', 'It rose ![a chart](c.png) fast.', ['> It rose  fast.']],
    ['escapes and references', 'A \\*star\\* &amp; a &lt;b&gt;.', ['> A \\*star\\* & a \\<b>.']],
    [
      'line breaks',
      'It rose\nin the night.  \nIt fell.',
      ['> It rose in the night.', '> It fell.'],
    ],
    [
      'a list',
      '- The **first**\n- The second\n  - inner one',
      ['> - The **first**', '> - The second', '>   - inner one'],
    ],
    ['a list of numbers', '3. Open it.\n4. Close it.', ['> 3. Open it.', '> 4. Close it.']],
    [
      'a table',
      '| Year | Level |\n|---|--:|\n| 2023 | **6.10** |',
      ['> Year · Level', '> 2023 · **6.10**'],
    ],
    ['a block quote', '> # So said she\n> it *rose*.', ['> So said she', '> it _rose_.']],
    ['fenced code', '```js\nconst a = `b`;\nrun(a);\n```', ['> const a = \\`b\\`;', '> `run(a);`']],
    [
      'what has a meaning to Discord only',
      '||secret|| @everyone <@123> :smile: <t:1:R>',
      ['> \\|\\|secret\\|\\| \\@everyone \\<\\@123> \\:smile: \\<t\\:1\\:R>'],
    ],
  ])('shows %s with Discord’s own means', (_, source, expected) => {
    expect(first(source)).toEqual(expected);
  });

  it.each([
    [
      'emphasis in it',
      'One. It was **6.10** *m* high. Two.',
      1,
      ['> One. **It was 6.10 _m_ high.** Two.'],
    ],
    ['emphasis over its end', 'It **was so. It was** not.', 0, ['> **It was so. It was** not.']],
    [
      'a link in it',
      'See [this](https://a.example) now.',
      0,
      ['> **See [this](<https://a.example/>) now.**'],
    ],
    ['code in it that would end it', 'Type `a**b` now.', 0, ['> **Type a\\*\\*b now.**']],
    ['several lines', 'It was one  \nof two. No.', 0, ['> **It was one**', '> **of two.** No.']],
    ['an item of a list', '- one here\n- *two* here', 1, ['> - one here', '> - **_two_ here**']],
    ['a row of a table', '| a | b |\n|---|---|\n| c | d |', 1, ['> a · b', '> **c · d**']],
  ])('has the marked sentence in bold as a whole: %s', (_, source, marked, expected) => {
    expect(first(source, marked)).toEqual(expected);
  });

  it('of plain text is shown as it is', () => {
    expect(first('Title\n\nIt was **high**, - | [a](b).', undefined, 'a.txt')).toEqual([
      '> It was \\*\\*high\\*\\*, - \\| \\[a\\](b).',
    ]);
  });
});

/** What has a meaning in Markdown; a list or a quote begins with a word, as an empty one may be none. */
const MARKS = [
  ...['**', '*', '_', '__', '`', '``', '~~', '[', '](https://a.example/x_y)', '](javascript:x)'],
  ...[
    '](<https://a.example/a*b>)',
    '][r]',
    '![',
    '<b>',
    '<!-- x -->',
    '<br>',
    '\\*',
    '\\',
    '&amp;',
  ],
  ...[
    '&#42;',
    'un*believ*able ',
    '&#10;',
    '[^1]',
    '| ',
    '\n> so ',
    '\n\n- one ',
    '\n- two ',
    '\n\n1. one ',
    '\n\n# Head\n\n',
  ],
  ...['\n\n```\n', '\n```\n\n', '\n\n', '  \n', '\n', '\n\n| a | b |\n|---|---|\n| c | *d* |\n\n'],
  ...['\n\n[r]: https://a.example/*b*\n\n', '\n\n[^1]: note here\n\n'],
];
/** What has one to Discord, and words. */
const WORDS = [
  ...[
    '@everyone',
    '<@123456789012345678>',
    '<#1>',
    '<t:1:R>',
    '||',
    ':smile:',
    '12:30 ',
    'me@a.example',
  ],
  ...[
    'https://evil.example/x_y_z ',
    'http',
    '://',
    '-# ',
    '>>> ',
    '👩‍👩‍👧‍👦',
    '\u202e',
    'שלום ',
    '𝔘',
    'e\u0301 ',
  ],
  ...[
    'word ',
    'It rose. ',
    'foo',
    ' bar ',
    'Was it? ',
    '6.10 ',
    '漢字。',
    'u.s. ',
    ': ',
    '\t',
    '(a) ',
  ],
];
const markdown = fc
  .array(fc.oneof(fc.constantFrom(...MARKS), fc.constantFrom(...WORDS)), {
    minLength: 1,
    maxLength: 30,
  })
  .map((pieces) => pieces.join(''));

function parsed(source: string, marked: number, room?: number) {
  try {
    return show(source, marked, 'a.md', room);
  } catch (error) {
    expect(error).toBeInstanceOf(ArticleError);
    return [];
  }
}

describe('a quote from any Markdown', () => {
  it('has the words of the literal less its marks, in order, and formats nothing of its own', () => {
    fc.assert(
      fc.property(markdown, fc.nat(20), (source, marked) => {
        for (const { passage, block } of parsed(`Begin here.\n\n${source}`, marked)) {
          const shown = shownOf(block);
          expect(wordsOf(shown.text)).toEqual(wordsOf(passage.plain));
          expect(inkOf(shown.text)).toBe(inkOf(passage.plain));
          for (const target of shown.targets) expect(target).toMatch(/^https?:\/\//u);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('has the marked sentence in bold as a whole', () => {
    fc.assert(
      fc.property(markdown, fc.nat(20), (source, marked) => {
        for (const { passage, anchor, block } of parsed(`Begin here.\n\n${source}`, marked)) {
          const sentence = passage.sentences.find(({ start }) => start === anchor.start);
          const bold = wordsOf(shownOf(block).bold).join(' ');
          expect(bold).toContain(wordsOf(sentence?.plain ?? '').join(' '));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('fits the room that there is, and shows whole words of the literal in it', () => {
    fc.assert(
      fc.property(
        markdown,
        fc.nat(20),
        fc.integer({ min: 100, max: 300 }),
        (source, marked, room) => {
          for (const { passage, block } of parsed(`Begin here.\n\n${source}`, marked, room)) {
            expect(block.length).toBeLessThanOrEqual(room);
            expect(inkOf(passage.plain)).toContain(inkOf(shownOf(block).text));
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
