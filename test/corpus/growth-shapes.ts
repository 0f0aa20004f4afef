/** Texts that made something slow once, or look as if they could, in any length. */
export interface Shape {
  name: string;
  /** Tells the format. */
  file: string;
  /** @param length of the text, roughly, in characters */
  text: (length: number) => string;
}

const filled = (unit: string) => (length: number) => unit.repeat(Math.ceil(length / unit.length));
const markdown = (name: string, text: Shape['text']): Shape => ({ name, file: 'a.md', text });
const plain = (name: string, text: Shape['text']): Shape => ({ name, file: 'a.txt', text });
const below = (text: Shape['text']) => (length: number) =>
  `Title\n\nHere it begins: ${text(length)}\n\nThe end is here.`;
const frontMatter = (name: string, yaml: Shape['text']): Shape =>
  markdown(`front matter: ${name}`, (length) => `---\n${yaml(length)}\n---\n\nText is here.\n`);

const UNITS: [name: string, unit: string][] = [
  ['words', 'word '],
  ['sentences', 'The U.S. has 3.5 dogs. '],
  ['lines of two words', 'w w\n'],
  ['paragraphs', 'A short one.\n\n'],
  ['a long word', 'a'],
  ['white space', ' '],
  ['tabs', '\t'],
  ['blank lines', '\n'],
  ['full stops', '.'],
  ['full stops and quotes', '."'],
  ['full stops and spaces', '. '],
  ['exclamation marks and brackets', '!)]'],
  ['quotation marks', '"'],
  ['apostrophes', "'"],
  ['apostrophes and letters', "'a"],
  ['words with apostrophes', "a'b-"],
  ['footnote marks', '.[1]'],
  ['abbreviations', 'e.g. U.S. Mr. '],
  ['Chinese without a stop', '\u4eca\u5929'],
  ['Chinese with stops', '\u4eca\u5929\u4e0b\u96e8\u3002'],
  ['Thai', '\u0e44\u0e17\u0e22'],
  ['combining marks', 'e\u0301\u0301'],
  ['emoji', '\u{1f469}\u200d'],
  ['right-to-left marks', '\u202e\u05d0 '],
  ['hyphens', 'a-'],
  ['numbers with commas', '1,000,'],
  ['a log in one paragraph', '2025-03-03 10:00:01 INFO worker-7 GET /a/b?c=1 200 took 15 ms\n'],
  ['small letters with stops', 'rain fell here today. '],
];

const MARKDOWN_UNITS: [name: string, unit: string][] = [
  ['underscores', '_a_'],
  ['backticks', '`'],
  ['escapes', '\\*'],
  ['references', '&amp;'],
  ['what looks like references', '&foo;'],
  ['ampersands', '&'],
  ['addresses', 'http://a.b '],
  ['www', 'www.'],
  ['at signs', 'a@'],
  ['mail addresses', 'a@b.c '],
  ['quotes', '> a\n'],
  ['list items', '- a\n'],
  ['numbered items', '1. a\n'],
  ['headings', '# a\n\n'],
  ['headings with text', '# a\n\nText is here.\n\n'],
  ['thematic breaks', '---\n\n'],
  ['fences', '```\na\n```\n\n'],
  ['an open fence', '```\n'],
  ['indented code', '    a\n'],
  ['HTML blocks', '<div>\n\n'],
  ['backslashes', '\\'],
  ['line of marks', '- * + '],
];

/** The Markdown parser takes a time that grows with the square of the length of these. */
const SLOW_UNITS: [name: string, unit: string][] = [
  ['emphasis that closes and opens', '*a*a'],
  ['open emphasis', '*a '],
  ['open strong emphasis', '**a '],
  ['brackets', '[a][b]'],
  ['opening brackets', '['],
  ['opening image brackets', '!['],
  ['links', '[a](b) '],
  ['open links', '[a](b '],
  ['open destinations', '[a](<b '],
  ['instructions', '<?'],
  ['CDATA', '<![CDATA['],
  ['comments', '<!--'],
  ['declarations', '<!A '],
  ['open tags', '<a '],
  ['tags', '<b>a</b>'],
  ['attributes', '<a b="'],
  ['code of growing fences', '`a``b'],
  ['tildes', '~~a'],
  ['quotes and paragraphs', '> a\n\nb\n\n'],
  ['quotes of quotes', '> > a\n\n'],
  ['items and paragraphs', '- a\n\nb\n\n'],
  ['underlined headings', 'a\n===\n\n'],
  ['table rows', '| a | b |\n'],
  ['pipes', '|'],
  ['footnotes', 'a[^1] '],
  ['definitions', '[a]: b\n'],
  ['footnote definitions', '[^a]: b\n\n'],
  ['hard breaks', 'a  \n'],
  ['task items', '- [ ] a\n'],
  ['lines of two words', 'w w\n'],
  ['a log in one paragraph', '2025-03-03 10:00:01 INFO worker-7 GET /a/b?c=1 200 took 15 ms\n'],
  ['exclamation marks and brackets', '!)]'],
  ['footnote marks', '.[1]'],
];

/** The time to read these grows in line with their length. */
export const LINEAR_SHAPES: readonly Shape[] = [
  ...UNITS.map(([name, unit]) => plain(name, below(filled(unit)))),
  ...MARKDOWN_UNITS.map(([name, unit]) => markdown(name, below(filled(unit)))),
  markdown('a table', (length) => `| a | b |\n| - | - |\n${filled('| c. | d |\n')(length)}`),
  markdown('a wide table', (length) => {
    const [row, marks] = ['| a ', '| - '].map((cell) => filled(cell)(length / 3));
    return `${row}\n${marks}\n${row}\n`;
  }),
  markdown('nested lists', (length) => {
    const lines = Array.from({ length: Math.sqrt(length) }, (_, i) => `${'  '.repeat(i)}- a`);
    return lines.join('\n');
  }),
  plain(
    'a byline of white space',
    (length) => `Title\nBy ${' '.repeat(length)}Ann\n\nText is here.`,
  ),
  plain('a long title', (length) => `${'Title '.repeat(length / 6)}\n\nText is here.\n`),
  frontMatter('an author after white space', (length) => `authors: "${' '.repeat(length)}x"`),
  frontMatter('authors with and', (length) => `authors: "${filled('a and ')(length)}"`),
  frontMatter('authors with commas', (length) => `authors: "${filled('a , ')(length)}"`),
  frontMatter('keys of keys', (length) => `${filled('? ')(length)}a`),
  frontMatter('dashes', (length) => `${filled('- ')(length)}a`),
  frontMatter('brackets', filled('[')),
  frontMatter('fields', (length) =>
    Array.from({ length: length / 10 }, (_, i) => `field${i}: x`).join('\n'),
  ),
  frontMatter('tags', (length) => `tags: "${filled('a, ')(length)}"`),
  frontMatter('a language', (length) => `language: en${filled('-abcde')(length)}`),
  frontMatter('an address', (length) => `url: https://a.b/${filled('c/')(length)}`),
  frontMatter('a date of white space', (length) => `date: "2025-03-03${' '.repeat(length)}x"`),
];

/** These are left to the time limit. */
export const SLOW_SHAPES: readonly Shape[] = [
  ...SLOW_UNITS.map(([name, unit]) => markdown(name, below(filled(unit)))),
  markdown('growing runs of backticks', (length) => {
    const runs = Array.from({ length: Math.sqrt(length * 2) }, (_, i) => '`'.repeat(i + 1));
    return `Text ${runs.join(' ')}`;
  }),
];
