import type { Random } from '../../src/evaluation/random.ts';
import { LINEAR_SHAPES, SLOW_SHAPES } from '../corpus/growth-shapes.ts';

/** A file that somebody might put among the articles, to see what happens. */
export interface HostileFile {
  kind: string;
  name: string;
  make: { text: string | Buffer } | { link: string } | { size: number } | { fifo: true };
}

const SHAPES = [...LINEAR_SHAPES, ...SLOW_SHAPES];
const LENGTHS = [10, 499, 500, 2_000, 5_000, 20_000, 20_000, 100_000];

const ODD_CHARACTERS = [
  ...['\0', '\u0007', '\u001b[2J', '\u202e', '\u2066', '\u200b', '\ufeff', '\ufffd', '\u2028'],
  ...['\r', '\v', '\f', '\u0085', '\u{e0001}', 'e\u0301', '\u{1f469}\u200d\u{1f469}', '\u0e33'],
  ...['&foo;', '&ngE;', '&#0;', '&#x110000;', '&nbsp;', '\\', '\u4eca\u5929', '\u0627\u0644'],
];
const PIECES = [
  ...['*', '**', '_', '`', '```\n', '~~', '[', ']', '](', ')', '![', '<', '<!--', '-->', '<div>'],
  ...['\n', '\n\n', '\n> ', '\n- ', '\n1. ', '\n    ', '\n# ', '\n| a | b |\n| - | - |\n', '|'],
  ...['\n---\n', '\n===\n', '[^1]', '\n[^1]: ', '\n[a]: b\n', '$', ' ', '  \n', '\t', '"', "'"],
  ...['Mr. ', 'U.S. ', 'word ', 'Stop! ', '3.5 ', 'http://a.b/c?d ', 'a@b.c ', '\u2026', '.', '? '],
];
const YAML_VALUES = [
  ...['[a, [b, [c]]]', '{a: {b: c}}', '&a [*a]', '*nobody', '!!binary aGk=', '12', '1.5e400'],
  ...[
    'true',
    '~',
    '"\\u0000"',
    "'",
    '"',
    '|\n  a\n  b',
    '>-\n  a',
    '2025-13-99',
    'yesterday',
    '- a',
  ],
  ...['"\\ud800"', '? a', '<<: *a', '@', '%', '`', '[', '{', 'javascript:alert(1)', '\u202ea'],
];
const FIELDS = ['title', 'authors', 'author', 'date', 'url', 'tags', 'language', '__proto__', '"'];
const ODD_NAMES = ['a\nb', '\u202etxt', '\u001b[2J', 'caf\u0065\u0301', '%2e%2e', ' ', '\u{1f389}'];
const LINKS = [
  ...['/etc/passwd', '/proc/kmsg', '/dev/zero', '/', '..', 'nowhere', '../../../etc/hosts'],
  ...['/proc/self/environ', '/dev/stdin', '/proc/self/fd/0'],
];

/** @param from the number of the first of them: names do not repeat */
export function hostileFiles(random: Random, from: number, count: number): HostileFile[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const makers = Object.entries(MAKERS);
    // Each kind in turn: none is left to chance.
    const [kind, make] = makers[number % makers.length] as (typeof makers)[number];
    const made = make(random);
    const ending = 'ending' in made ? made.ending : one(random, ['md', 'txt', 'MD']);
    const odd = kind === 'an odd name' ? one(random, ODD_NAMES) : '';
    return { kind: made.kind ?? kind, name: `${number}${odd}.${ending}`, make: made.make };
  });
}

interface Made {
  kind?: string;
  ending?: string;
  make: HostileFile['make'];
}

const MAKERS: Record<string, (random: Random) => Made> = {
  'a shape': (random) => {
    const shape = one(random, SHAPES);
    const text = shape.text(one(random, LENGTHS));
    return { kind: shape.name, ending: shape.file.slice(2), make: { text } };
  },
  'a mix of marks': (random) => ({
    ending: 'md',
    make: { text: `Begin. ${mixed(random, [...PIECES, ...ODD_CHARACTERS], 2_000)}` },
  }),
  'a mix in plain text': (random) => ({
    ending: 'txt',
    make: { text: mixed(random, [...PIECES, ...ODD_CHARACTERS], 5_000) },
  }),
  'odd characters': (random) => ({ make: { text: mixed(random, [...ODD_CHARACTERS, 'a '], 300) } }),
  'a cut reference': (random) => ({
    ending: 'md',
    make: { text: `${'x'.repeat(495 + random.below(8))}${mixed(random, ODD_CHARACTERS, 4)} more.` },
  }),
  'wrong front matter': (random) => ({
    ending: 'md',
    make: { text: `---\n${fields(random)}\n---\n\n# A heading\n\nThe text is here.\n` },
  }),
  'a bomb of front matter': (random) => {
    const bomb = one(random, [
      `a: &a [x, x]\n${Array.from({ length: 30 }, (_, i) => `k${i}: &k${i} [*${i ? `k${i - 1}` : 'a'}, *a]`).join('\n')}`,
      `${one(random, ['? ', '- ', '[', '{', '[? ', '? - '])}`.repeat(10 + random.below(900)),
      `title: ${'a: '.repeat(random.below(4_000))}`,
      `? ${'\n ? '.repeat(random.below(300))}`,
    ]);
    return { ending: 'md', make: { text: `---\n${bomb}\n---\n\nThe text is here.\n` } };
  },
  'front matter that does not end': (random) => ({
    ending: 'md',
    make: { text: `---\n${fields(random)}\n\nThe text is here.\n` },
  }),
  'random bytes': (random) => ({ make: { text: bytes(random, 1 + random.below(3_000)) } }),
  'a broken encoding': (random) => {
    const good = Buffer.from(
      '\ufeffDer Rat tagte \u00fcber K\u00f6ln. '.repeat(20),
      one(random, ['utf8', 'utf16le']),
    );
    const at = random.below(good.length);
    return {
      make: {
        text: Buffer.concat([good.subarray(0, at), bytes(random, 3), good.subarray(at + 1)]),
      },
    };
  },
  'an old encoding': (random) => ({
    make: {
      text: Buffer.from(
        `${mixed(random, ['caf\u00e9 ', '\u00e9t\u00e9 ', '\u00fcber. '], 200)}`,
        'latin1',
      ),
    },
  }),
  nothing: (random) => ({
    make: { text: one(random, ['', ' ', '\n', '\0', '\ufeff', '---', '#']) },
  }),
  'a huge table': (random) => {
    const cells = 1 + random.below(300);
    const row = `|${' a. |'.repeat(cells)}${one(random, ['', ' ', '\t'])}\n`;
    const text = `${row}|${'-|'.repeat(cells)}\n${row.repeat(random.below(6_000 / cells))}`;
    return { ending: 'md', make: { text } };
  },
  nesting: (random) => {
    const depth = random.below(400);
    const mark = one(random, ['> ', '- ', '1. ', '  - ', '* > ']);
    const deep = Array.from(
      { length: Math.min(depth, 150) },
      (_, i) => `${'  '.repeat(i)}- a`,
    ).join('\n');
    const brackets = `${'['.repeat(depth)}a${'](b)'.repeat(depth)}`;
    return {
      ending: 'md',
      make: { text: one(random, [`${mark.repeat(depth)}a.`, deep, brackets]) },
    };
  },
  'a link': (random) => ({ make: { link: one(random, LINKS) } }),
  'a FIFO': () => ({ make: { fifo: true } }),
  'a file of holes': (random) => ({ make: { size: 2 ** (10 + random.below(32)) } }),
  'an odd name': () => ({ make: { text: '# A heading\n\nThe text is here.\n' } }),
};

function one<Item>(random: Random, items: readonly Item[]): Item {
  return items[random.below(items.length)] as Item;
}

function mixed(random: Random, pieces: readonly string[], most: number): string {
  return Array.from({ length: random.below(most) }, () => one(random, pieces)).join('');
}

function bytes(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.below(256)));
}

function fields(random: Random): string {
  const names = random.pick(FIELDS, 1 + random.below(4));
  return names.map((name) => `${name}: ${one(random, YAML_VALUES)}`).join('\n');
}
