import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/corpus/parse-article.ts';
import { expectInvariants } from './invariants.ts';

function parse(text: string) {
  const parsed = parseArticle('news/a-flood_in_town.md', Buffer.from(text));
  expectInvariants(parsed);
  return parsed;
}

const plains = (text: string) => parse(text).passages.map((passage) => passage.plain);
const texts = (text: string) => parse(text).passages.map((passage) => passage.text);

/** The sentences of the only passage: plain and as in the source. */
function sentences(text: string) {
  const { article, passages } = parse(text);
  expect(passages).toHaveLength(1);
  return passages[0]?.sentences.map(({ start, end, plain }) => [
    plain,
    article.text.slice(start, end),
  ]);
}

describe('the title of a Markdown article', () => {
  it('is the one of the front matter', () => {
    expect(parse('---\ntitle: Flood\n---\n# Other\n\nText.').article.title).toBe('Flood');
  });

  it('is the first heading where the front matter has none', () => {
    expect(parse('---\ntags: a\n---\n## The *big* flood\n\nText.').article.title).toBe(
      'The big flood',
    );
  });

  it('is a heading underlined with equals signs too', () => {
    expect(parse('The flood\n=========\n\nText.').article.title).toBe('The flood');
  });

  it('is the name of the file, made readable, where there is no heading', () => {
    expect(parse('Text.').article.title).toBe('A flood in town');
  });

  it('leaves the date open where the front matter does not say it', () => {
    expect(parse('# Flood of 2025-03-03\n\nText.').article.date).toBeNull();
  });
});

describe('the headings of a passage', () => {
  it('are the path above it, without the title', () => {
    const { passages } = parse(
      '# Title\n\nOne.\n\n## A\n\nTwo.\n\n### B\n\nThree.\n\n## C\n\nFour.\n\n# D\n\nFive.',
    );
    expect(passages.map((passage) => passage.headings)).toEqual([
      [],
      ['A'],
      ['A', 'B'],
      ['C'],
      ['D'],
    ]);
  });

  it('do not repeat a title that the front matter has too', () => {
    expect(parse('---\ntitle: Flood\n---\n# Flood\n\nText.').passages[0]?.headings).toEqual([]);
  });

  it('keep a first heading that differs from the title of the front matter', () => {
    expect(parse('---\ntitle: Flood\n---\n# Night\n\nText.').passages[0]?.headings).toEqual([
      'Night',
    ]);
  });
});

describe('a passage of a Markdown article', () => {
  it('is a paragraph, counted from one, with its literal text', () => {
    expect(texts('# Title\n\nOne *two*.\n\nThree\nfour.\n')).toEqual([
      'One *two*.',
      'Three\nfour.',
    ]);
  });

  it.each([
    ['list', '- one\n- two\n\n  more\n- three\n  1. deep'],
    ['loose list', '1. one\n\n2. two'],
    ['block quote', '> one\n>\n> two\n> - three'],
    ['fenced code block', '```js\nconst a = 1;\n\nconst b = 2;\n```'],
    ['table', '| a | b |\n|---|---|\n| 1 | 2 |'],
    ['footnote', '[^1]: A note.\n    It goes on.'],
  ])('is a whole %s', (_title, block) => {
    const before = 'Before.[^1]\n\n';
    expect(texts(`${before}${block}\n\nAfter.`)).toEqual(['Before.[^1]', block, 'After.']);
  });

  it('is no image, comment, thematic break, link definition or bare mark', () => {
    const noise = ['![a photo](a.jpg)', '<!-- note -->', '---', '***', '[a]: http://a.b', '—'];
    expect(plains(`One.\n\n${noise.join('\n\n')}\n\nTwo.`)).toEqual(['One.', 'Two.']);
  });

  it('may follow a line of dashes in the middle: that is no front matter', () => {
    expect(plains('One.\n\n---\n\ntitle: Two\n\n---\n\nThree.')).toEqual([
      'One.',
      'title: Two',
      'Three.',
    ]);
  });

  it('keeps CRLF, emoji and combining characters as they are', () => {
    const text = '# T\r\n\r\nCafe\u0301 🎉 one\r\ntwo.\r\n\r\nמילה שנייה.\r\n';
    expect(texts(text)).toEqual(['Cafe\u0301 🎉 one\r\ntwo.', 'מילה שנייה.']);
    expect(plains(text)).toEqual(['Cafe\u0301 🎉 one two.', 'מילה שנייה.']);
  });
});

describe('the plain text of a passage', () => {
  it.each([
    ['emphasis', 'A *b* **c** ***d*** ~~e~~ _f_.', 'A b c d e f.'],
    [
      'links',
      'See [the *map*](http://a.b "t (x)") or [this][r] or <http://c.d>.\n\n[r]: /x',
      'See the map or this or http://c.d.',
    ],
    ['a bare address', 'See https://a.b/c_d_e for more.', 'See https://a.b/c_d_e for more.'],
    ['code', 'Run `npm *i*` now.', 'Run npm *i* now.'],
    ['escapes', '1\\. Not \\*bold\\* \\\\ at all.', '1. Not *bold* \\ at all.'],
    ['entities', 'A &amp; B &copy; &#x41;&#66; &nope; &lt;c&gt;.', 'A & B © AB &nope; <c>.'],
    ['images', 'A ![photo](a.jpg) b.', 'A  b.'],
    ['HTML', 'H<sub>2</sub>O<br>and <!-- x --> water.', 'H2O and  water.'],
    ['footnote marks', 'It stands.[^1] It fell.\n\n[^1]: Note.', 'It stands. It fell.'],
    [
      'hard line breaks',
      'Roses are red,\\\nviolets are  \nblue.',
      'Roses are red, violets are blue.',
    ],
  ])('has no marks of %s', (_title, text, plain) => {
    expect(plains(text)[0]).toBe(plain);
  });

  it('has a line for each item of a list, each line of code and each row of a table', () => {
    expect(plains('- **one**\n- two')).toEqual(['one\ntwo']);
    expect(plains('```\na = 1\nb = 2\n```')).toEqual(['a = 1\nb = 2']);
    expect(plains('| *a* | b |\n|---|---|\n| 1 | |')).toEqual(['a, b\n1']);
  });
});

describe('a sentence of a Markdown passage', () => {
  it.each([
    [
      'begins with the marks of its first word',
      '**Bold** one. *It* ends.',
      [
        ['Bold one.', '**Bold** one.'],
        ['It ends.', '*It* ends.'],
      ],
    ],
    [
      'ends behind its link',
      'See [the map.](http://a.b/c. "A. B") Then go.',
      [
        ['See the map.', 'See [the map.](http://a.b/c. "A. B")'],
        ['Then go.', 'Then go.'],
      ],
    ],
    ['is not split by a link address', 'The [map](<http://a.b/c?d. Else>) is old. Go.', null],
    [
      'may share emphasis with the next',
      '**One. Two.** Three.',
      [
        ['One.', '**One.'],
        ['Two.', 'Two.**'],
        ['Three.', 'Three.'],
      ],
    ],
    [
      'has decoded text and encoded source',
      'Cats &amp; dogs. Two \\* two. End.',
      [
        ['Cats & dogs.', 'Cats &amp; dogs.'],
        ['Two * two.', 'Two \\* two.'],
        ['End.', 'End.'],
      ],
    ],
    [
      'goes over the lines of a quote',
      '> One\n> two. Three\n> *four*.',
      [
        ['One two.', 'One\n> two.'],
        ['Three four.', 'Three\n> *four*.'],
      ],
    ],
    [
      'is at least an item of a list',
      '- one\n- two `x`\n  * three',
      [
        ['one', 'one'],
        ['two x', 'two `x`'],
        ['three', 'three'],
      ],
    ],
    [
      'leaves out the box of a task',
      '- [x] done\n- [ ] open',
      [
        ['done', 'done'],
        ['open', 'open'],
      ],
    ],
    [
      'is a line of code',
      '```js\nlet a. B = 1;\n\n  b();\n```',
      [
        ['let a. B = 1;', 'let a. B = 1;'],
        ['b();', 'b();'],
      ],
    ],
    [
      'is a line of indented code',
      '    one\n    two',
      [
        ['one', 'one'],
        ['two', 'two'],
      ],
    ],
    [
      'is a row of a table',
      '| a | b |\n|---|---|\n| C. D. | [e](f) |',
      [
        ['a, b', '| a | b |'],
        ['C. D., e', '| C. D. | [e](f) |'],
      ],
    ],
  ])('%s', (_title, text, expected) => {
    const found = sentences(text);
    if (expected) expect(found).toEqual(expected);
    else expect(found).toHaveLength(2);
  });

  it('ends where its source ends, behind a character reference with the same letter', () => {
    expect(sentences('R&amp;m')).toEqual([['R&m', 'R&amp;m']]);
  });

  it('ends before a footnote mark', () => {
    const { passages } = parse('It stands.[^1] It fell.\n\n[^1]: A note.');
    const [first, second] = passages[0]?.sentences ?? [];
    expect(first).toEqual({ start: 0, end: 10, plain: 'It stands.' });
    expect(second).toEqual({ start: 15, end: 23, plain: 'It fell.' });
  });
});

describe('Markdown that is hard to parse', () => {
  it.each([
    ['opening brackets', '['],
    ['emphasis in emphasis', '**a *b '],
    ['code marks', '`'],
    ['links in links', '[a]('],
    ['full stops', '.'],
  ])('is read all the same: %s', (_title, piece) => {
    parse(`Text.\n\n${piece.repeat(2_000)}`);
  });

  it.each(['> ', '- ', '1. ', '> - ', '>'])('is refused where it nests without end: %s', (mark) => {
    expect(() => parse(`Text.\n\n${mark.repeat(20_000)}x`)).toThrow(/nests more than 100/);
  });

  it('is read where a long line of marks is a thematic break', () => {
    expect(plains(`One.\n\n${'- '.repeat(500)}\n\nTwo.`)).toEqual(['One.', 'Two.']);
  });

  it('may have a paragraph of 100,000 characters', () => {
    const text = 'The **dam** of [Oslo](http://a.b) cost *3.5* million. '.repeat(1_850);
    expect(parse(text).passages[0]?.sentences).toHaveLength(1_850);
  });
});
