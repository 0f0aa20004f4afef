import { expect, it } from 'vitest';
import { parseFile } from '../../../src/corpus/parse-file.ts';
import { describeFormat } from './contract.ts';

describeFormat({
  format: 'html',
  minF1: 0.92,
  broken: [
    [
      'elements 100,000 deep',
      () => Buffer.from(`${'<div>'.repeat(100_000)}Hi.`),
      /nests more than/,
    ],
    [
      'a shell that a script fills',
      () => Buffer.from('<html><body><div id="app"></div><script>render()</script>'),
      /has no paragraph/,
    ],
    [
      'bytes that are no text',
      () => Buffer.from([0x3c, 0x70, 0x3e, 0, 1, 2, 3, 0xff]),
      /binary data/,
    ],
    [
      'half a million elements',
      () => Buffer.from('<b>x</b>'.repeat(500_000)),
      /has more than 200000 elements and texts/,
    ],
  ],
});

async function read(body: string) {
  const { articles } = await parseFile('page.html', Buffer.from(body));
  return articles[0]?.passages ?? [];
}

it('keeps lists, quotes, code and tables in a block each, as they read on the page', async () => {
  const passages = await read(
    `<article><h1>Bees</h1><p>Bees need three things above all, and a keeper who has time:</p>
     <ol start="4"><li>water</li><li>pollen<ul><li>of willow</li></ul></li></ol>
     <blockquote><p>Never open a hive in the wind.</p><p>She never did.</p></blockquote>
     <pre>weigh(hive)\n  every day</pre>
     <table><tr><th>Month</th><th>kg</th></tr><tr><td>May</td><td>12.5</td></tr></table></article>`,
  );
  expect(passages.map(({ text }) => text)).toEqual([
    'Bees need three things above all, and a keeper who has time:',
    '4. water\n5. pollen\n  - of willow',
    'Never open a hive in the wind.\nShe never did.',
    'weigh(hive)\n  every day',
    'Month | kg\nMay | 12.5',
  ]);
  expect(passages.at(-1)?.sentences.map(({ plain }) => plain)).toEqual(['Month, kg', 'May, 12.5']);
});

it('puts the headings above a passage, without the title', async () => {
  const passages = await read(
    '<title>Bees</title><h1>Bees</h1><p>They fly far and wide.</p><h2>Food<a href="#f">#</a></h2><p>They eat what they find.</p>',
  );
  expect(passages.map(({ headings }) => headings)).toEqual([[], ['Food']]);
});

it('leaves out what a reader does not see', async () => {
  const passages = await read(
    '<p>The bridge is open&shy; to all&nbsp;carts.<span style="display:none">Buy bridges.</span></p><p hidden>Buy more bridges.</p><!-- And more. -->',
  );
  expect(passages.map(({ text }) => text)).toEqual(['The bridge is open to all carts.']);
});

it.each([
  ['entities', `<p>The water rose by one metre.</p><p>${'&amp;'.repeat(20_000)}`],
  ['a script', `<p>The water rose by one metre.</p><script>${'<div>'.repeat(100_000)}</script>`],
  ['attributes', `<p ${'a="b" '.repeat(100_000)}>The water rose by one metre.</p>`],
  ['open brackets', `<p>The water rose by one metre.</p>${'<'.repeat(20_000)}`],
])('is not held up by very many: %s', async (_what, page) => {
  expect((await read(page)).map(({ text }) => text)).toContain('The water rose by one metre.');
});
