import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CheckedQuotation,
  checkQuotation,
  checkQuotations,
} from '../../../src/retrieval/quotation/check-quotation.ts';
import { tokensOf } from '../../../src/retrieval/quotation/tokens.ts';
import { readStore } from './keyword-store.ts';

const { entries, store, shelf } = await readStore(
  fileURLToPath(new URL('../../../corpus', import.meta.url)),
);
const check = (text: string) => checkQuotation(text, store);

/** The article's words at the first place that was found. */
function literal(checked: CheckedQuotation | undefined): string | undefined {
  if (!checked || checked.kind === 'absent') return undefined;
  const { article, spans } = checked.kind === 'exact' ? checked.places[0] : checked.place;
  const text = shelf.article(article.id)?.text ?? '';
  return spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
}

const passages = entries.flatMap(({ article, passages }) =>
  passages.map((passage) => ({ article, passage })),
);

/** A literal slice of whole words of an article, and its words in the passage. */
const slice = (least: number) =>
  fc
    .tuple(fc.nat(passages.length - 1), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40))
    .map(([index, from, more]) => {
      const { article, passage } = passages[index] as (typeof passages)[number];
      const words = [...passage.text.matchAll(/[^\s\]]+(?:\]\(\S*)?/gu)];
      const first = Math.floor(from * Math.max(0, words.length - least));
      const last = words.slice(first).at(least - 1 + more) ?? words.at(-1);
      const start = words[first]?.index ?? 0;
      const text = passage.text.slice(start, (last?.index ?? 0) + (last?.[0].length ?? 0));
      return { article, passage, text };
    })
    .filter(({ text }) => tokensOf(text).filter(({ isWord }) => isWord).length >= least);

describe('a quotation that the articles hold', () => {
  it('is found exact, whatever slice of five words or more it is', async () => {
    await fc.assert(
      fc.asyncProperty(slice(5), async ({ article, text }) => {
        // The opening line of a code block names its language, which is no text.
        fc.pre(!text.includes('```'));
        const checked = await check(text);
        expect(checked.kind).toBe('exact');
        expect(checked.kind === 'exact' && checked.places.map((one) => one.article.id)).toContain(
          article.id,
        );
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    [
      'as it stands',
      'In the event, 131 millimetres fell in thirty hours on ground that was already soaked',
    ],
    ['with another first letter', 'in the event, 131 millimetres fell in thirty hours'],
    ['with its Markdown left out', 'The municipality regrets this without reservation.'],
    [
      'with other Markdown',
      '__Verhane__, who was a *surveyor* for thirty-one years, levelled the brown line on the wall of the bakery at number 9 and found 6.10 metres',
    ],
    ['with straight quotes for curly ones', 'The town council has adopted the following measures'],
    [
      'with curly quotes and apostrophes for straight ones',
      '“I was warned by my cat,” said Perpetua Lindgaard, 68, of Ropewalk Court',
    ],
    ['with other dashes', 'a surveyor for thirty–one years'],
    ['over line breaks and other spaces', 'Drinking\u00a0water was\nsafe   throughout'],
    ['with the comma of the sentence around it', 'the time for which the river stood,'],
    ['with a full stop put in at its end', 'The sirens followed at 22:05 .'],
    [
      'over two paragraphs',
      'But the report counts from the control room, and we counted from the doorsteps. The official gauge stands at the Customs Quay',
    ],
    [
      'with the items of a list',
      '- A working siren on the fish hall by 1 September.\n- Relief for tenants and uninsured workshops',
    ],
    [
      'with the number of a further item',
      'the pipe beside the plot, to the nearest half centimetre.\n2.',
    ],
    ['with the cells of a table', 'Sewage works 8.5'],
    ['with words left out', 'Nobody died. […] treated in hospital'],
    [
      'with words left out, in dots',
      'The Office for Civil Protection opened its control room ... The sirens followed at 22:05.',
    ],
    ['with decomposed letters', 'in Kessmu\u0308nd read 5.82 metres'],
  ])('is found exact %s', async (_, text) => {
    expect((await check(text)).kind).toBe('exact');
  });

  it('is given with every place', async () => {
    const checked = await check('Customs Quay');
    const ids = checked.kind === 'exact' ? checked.places.map(({ article }) => article.id) : [];
    expect(new Set(ids)).toEqual(
      new Set(['flood/town-report', 'flood/lower-town-answers', 'school/tides']),
    );
  });

  it('is given literally, with the paragraph and a link to the words', async () => {
    const checked = await check(
      'levelled the brown line on the wall of the bakery at number 9 and found 6.10 metres',
    );
    expect(literal(checked)).toBe(
      'levelled the brown line on the wall of the bakery at number 9 and found **6.10 metres',
    );
    expect(checked.kind === 'exact' && checked.places[0]).toMatchObject({
      passageId: 'flood/lower-town-answers#2',
      paragraph: 2,
      link: 'https://lowertown.example.org/answer#:~:text=levelled%20the%20brown%20line%20on,9%20and%20found%206.10%20metres',
    });
  });

  it('has a span for each piece where words are left out', async () => {
    expect(literal(await check('Nobody died. […] treated in hospital'))).toBe(
      'Nobody died … treated in hospital',
    );
  });
});

describe('an altered quotation', () => {
  it('is known by the one word that was changed, whichever it is', async () => {
    const shown = fc.tuple(slice(8), fc.double({ min: 0, max: 0.999, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(shown, async ([{ text }, at]) => {
        fc.pre(!text.includes('```'));
        const words = tokensOf(text).filter(({ isWord }) => isWord);
        const changed = words[Math.floor(at * words.length)] as (typeof words)[number];
        const altered = `${text.slice(0, changed.start)}xylograph${text.slice(changed.end)}`;
        const checked = await check(altered);
        expect(checked.kind).toBe('altered');
        if (checked.kind !== 'altered') return;
        const quoted = checked.diff.filter(({ kind }) => kind === 'quoted');
        expect(JSON.stringify(quoted)).toContain('xylograph');
      }),
      { numRuns: 100 },
    );
  });

  it('is compared word by word with the article', async () => {
    const checked = await check(
      'the gauge at the Customs Quay in Kessmünd read 6.82 metres, the highest since measurements began in 1911',
    );
    expect(checked).toMatchObject({
      kind: 'altered',
      place: { article: { id: 'flood/town-report' }, paragraph: 1 },
      diff: [
        { kind: 'same', text: 'the gauge at the Customs Quay in Kessmünd read' },
        { kind: 'quoted', text: '6.82' },
        { kind: 'article', text: '5.82' },
        { kind: 'same', text: 'metres, the highest' },
        { kind: 'article', text: 'level' },
        { kind: 'same', text: 'since measurements began in 1911' },
      ],
    });
    expect(literal(checked)).toBe(
      'the gauge at the Customs Quay in Kessmünd read 5.82 metres, the highest level since measurements began in 1911',
    );
  });

  it.each([
    [
      'words were put in',
      'Nineteen people were badly and unnecessarily treated in hospital, most of them for exposure',
    ],
    [
      'words were left out unsaid',
      'Three shelters were opened; the sports hall on Mill Hill took in 388 people',
    ],
    ['a denial was left out', 'The municipality regrets this with reservation, and the mayor does'],
    ['only the case differs', 'THE SIRENS FOLLOWED AT 22:05'],
    [
      'only a comma differs',
      'We were warned late we acted late, and the people of the Lower Town carried',
    ],
    [
      'a piece beside an ellipsis is of another article',
      'The official gauge stands at the Customs Quay, where the river is widest […] a group in the southern hemisphere',
    ],
    [
      'the pieces stand in the other order',
      'The sirens followed at 22:05 […] The Office for Civil Protection opened its control room',
    ],
  ])('is one when %s', async (_, text) => {
    const checked = await check(text);
    expect(checked.kind).toBe('altered');
    const differs =
      checked.kind === 'altered' &&
      checked.diff.some(({ kind }) => kind === 'quoted' || kind === 'article');
    expect(differs).toBe(true);
  });
});

describe('a text that is in no article', () => {
  it.each([
    'The committee will publish the results of the survey in the spring of next year.',
    'Oxygen is more soluble in water than nitrogen is.',
    'The mayor said that the river is a friend of the town and always will be.',
    'Hinduism is the fastest growing religion.',
    'xylograph quixotic zebra plinth nonpareil',
    'not so',
    '1 2 3 4 5 6 7 8 9',
  ])('is not found: %s', async (text) => {
    expect((await check(text)).kind).toBe('absent');
  });

  it('is not found when its words are drawn at random from the articles', async () => {
    const words = [...new Set(passages.flatMap(({ passage }) => passage.plain.split(/\s+/u)))];
    const sentence = fc.array(fc.constantFrom(...words), { minLength: 8, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(sentence, async (drawn) => {
        expect((await check(drawn.join(' '))).kind).toBe('absent');
      }),
      { numRuns: 100 },
    );
  });
});

describe('a message', () => {
  it('is checked as a whole where an article says all of it, quotation marks and all', async () => {
    const [checked, ...others] = await checkQuotations(
      '"I was warned by my cat," said Perpetua Lindgaard, 68, of Ropewalk Court.',
      store,
    );
    expect(checked).toMatchObject({ kind: 'exact' });
    expect(others).toEqual([]);
  });

  it('has each of its quotations judged', async () => {
    const message =
      'They wrote “Nobody died at all, really” and “the sirens followed at 22:05”, and “the cat was the mayor of the harbour town”.';
    expect((await checkQuotations(message, store)).map(({ kind }) => kind)).toEqual([
      'absent',
      'exact',
      'absent',
    ]);
  });

  it('without a word has none', async () =>
    expect(await checkQuotations('🦀 !?', store)).toEqual([]));
});
