import { checkMessage } from '@pullquote/sandbox';
import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCustomIds } from '../../../src/discord/buttons/custom-id.ts';
import { wordsFor } from '../../../src/discord/locales/words.ts';
import { renderAnswer } from '../../../src/discord/render/answer.ts';
import { QUESTION_ID } from '../../../src/discord/render/question-line.ts';
import { LIMITS } from '../../../src/discord/text/limits.ts';
import type { QuotingView } from '../../../src/discord/turn/turn.ts';
import type { Answer, Quote } from '../../../src/passage.ts';
import { libraryOf, quoteOf, type TestArticle } from '../library.ts';
import { nastyParagraph, nastyText } from '../nasty.ts';

const ids = createCustomIds('secret');

function contextFor(articles: readonly TestArticle[], faults: unknown[] = []): QuotingView {
  const library = libraryOf(articles);
  return {
    words: wordsFor('de'),
    library,
    shelf: library.shelf,
    ids,
    guildId: '100000000000000001',
    askerId: '100000000000000002',
    private: false,
    report: (error) => {
      faults.push(error);
      return 'e1';
    },
  };
}

function answerFrom(
  context: QuotingView,
  marked = 0,
  status: 'answered' | 'likely' | 'near' = 'answered',
) {
  const quotes = context.library
    .articles()
    .flatMap(({ id }) => {
      const article = context.shelf.article(id);
      const passage = context.shelf.passagesOf(id)[0];
      const sentence = passage?.sentences[marked % passage.sentences.length];
      return article && passage && sentence ? [quoteOf(article, passage, sentence)] : [];
    })
    .slice(0, 3);
  return {
    question: 'q',
    confidence: 0.5,
    nearest: [],
    milliseconds: 1,
    status,
    quotes: quotes as [Quote, ...Quote[]],
  } satisfies Answer;
}

/** An answer with one quote, and the article that it is from. */
function citedFrom(context: QuotingView) {
  const answer = answerFrom(context);
  const [quote] = answer.quotes as [Quote, ...Quote[]];
  return { answer: { ...answer, quotes: [quote] as [Quote] }, article: quote.article };
}

interface AnyComponent {
  type: number;
  id?: number;
  content?: string;
  label?: string;
  custom_id?: string;
  components?: AnyComponent[];
  accessory?: AnyComponent;
}

const all = (components: readonly AnyComponent[]): AnyComponent[] =>
  components.flatMap((component) => [
    component,
    ...all(component.components ?? []),
    ...(component.accessory ? [component.accessory] : []),
  ]);

const flat = (reply: { components: unknown }) => all(reply.components as AnyComponent[]);

/** The quote in a text display as a client shows it: what stands in block quotes, as plain text. */
function shownQuote(markdown: string): { text: string; bold: string } {
  let bold = '';
  const walk = (nodes: ReturnType<typeof parse>, inBold: boolean): string =>
    nodes
      .map((node) => {
        if (node.type === 'strong') return walk(node.content, true);
        if (node.type === 'text' || node.type === 'twemoji') {
          const text = String(node.content ?? node.name);
          if (inBold) bold += text;
          return text;
        }
        if (node.type === 'br' || node.type === 'newline') return '\n';
        throw new Error(`${node.type} in ${JSON.stringify(markdown)}`);
      })
      .join('');
  const quoted = markdown.split('\n').filter((line) => line.startsWith('> '));
  // A line in Arabic or Hebrew is put between marks of its direction.
  const lines = quoted.map((line) => line.slice(2).replace(/\u2067(.*)\u2069$/su, '$1'));
  const text = walk(parse(lines.join('\n'), 'extended'), false);
  return { text, bold };
}

const ink = (text: string) => text.replace(/\s/gu, '');

const article = fc.record({
  id: nastyText(1, 30).filter((id) => id !== ''),
  text: nastyParagraph,
  title: nastyText(0, 80),
  authors: fc.array(nastyText(1, 10), { maxLength: 25 }),
  date: fc.constantFrom(null, '2025-03-03', '0001-01-01', 'nonsense'),
  url: fc.oneof(
    fc.constant(null),
    fc.webUrl({ withFragments: true, withQueryParameters: true, size: 'large' }),
    nastyText(1, 5).map((tail) => `https://a.example/${tail}`),
  ),
});
const library = fc.uniqueArray(article, { selector: (a) => a.id, minLength: 1, maxLength: 3 });

describe('renderAnswer', () => {
  it('fits Discord’s limits whatever the articles and the question hold', async () => {
    await fc.assert(
      fc.asyncProperty(library, nastyText(0, 100), fc.nat(20), async (articles, asked, marked) => {
        const context = contextFor(articles);
        const view = { question: asked.slice(0, 500), scope: 'abcdefgh' };
        const reply = renderAnswer(answerFrom(context, marked, 'near'), context, view);
        const { allowedMentions, ...body } = reply;
        await checkMessage(body, { schema: 'MessageCreateRequestSchema' });
        const parts = flat(reply);
        const texts = parts.map((part) => part.content ?? '');
        expect(parts.length).toBeLessThanOrEqual(LIMITS.components);
        expect(texts.join('').length).toBeLessThanOrEqual(LIMITS.text);
        const customIds = parts.flatMap((part) => part.custom_id ?? []);
        expect(new Set(customIds).size).toBe(customIds.length);
        for (const id of customIds) expect(id.length).toBeLessThanOrEqual(LIMITS.customId);
        for (const part of parts) {
          expect(part.label?.length ?? 0).toBeLessThanOrEqual(LIMITS.buttonLabel);
          if (part.type === 10) expect(part.content).not.toBe('');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('fits Discord’s limits with Markdown and when all quotes are shown, too', async () => {
    await fc.assert(
      fc.asyncProperty(library, fc.nat(20), fc.boolean(), async (articles, marked, isFull) => {
        const context = contextFor(articles.map((one) => ({ ...one, file: `${one.id}.md` })));
        const view = { canAskHuman: true, isFull };
        const reply = renderAnswer(answerFrom(context, marked, 'near'), context, view);
        const { allowedMentions, ...body } = reply;
        await checkMessage(body, { schema: 'MessageCreateRequestSchema' });
      }),
      { numRuns: 100 },
    );
  });

  it('fits Discord’s limits when nothing answers, too', async () => {
    await fc.assert(
      fc.asyncProperty(library, nastyText(0, 100), async (articles, asked) => {
        const context = contextFor(articles);
        const nearest = [...context.library.articles()];
        const base = { question: 'q', confidence: 0, milliseconds: 1 };
        const answer: Answer = { ...base, status: 'missed', quotes: [], nearest };
        const view = { question: asked.slice(0, 500), canAskHuman: true, canBeTold: true };
        const { allowedMentions, ...body } = renderAnswer(answer, context, view);
        await checkMessage(body, { schema: 'MessageCreateRequestSchema' });
      }),
      { numRuns: 100 },
    );
  });

  it('shows pieces of the article itself, the marked sentence in bold, nothing else formatted', () => {
    fc.assert(
      fc.property(library, fc.nat(20), (articles, marked) => {
        const context = contextFor(articles);
        const answer = answerFrom(context, marked);
        const reply = renderAnswer(answer, context, { isFull: true });
        const blocks = flat(reply).filter((part) => /^> /mu.test(part.content ?? ''));
        expect(blocks.length).toBe(answer.quotes.length);
        answer.quotes.forEach((quote, i) => {
          const { text, bold } = shownQuote(blocks[i]?.content ?? '');
          expect(ink(quote.text)).toContain(ink(text));
          expect(ink(bold)).not.toBe('');
          expect(ink(quote.marked.text).startsWith(ink(bold))).toBe(true);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('cuts a long passage at sentence ends around the marked one and says so outside the quote', () => {
    const sentence = (n: number) => `This is sentence number ${n} of a long, long paragraph.`;
    const text = Array.from({ length: 120 }, (_, i) => sentence(i)).join(' ');
    const context = contextFor([{ id: 'a', text }]);
    const reply = renderAnswer(answerFrom(context, 60), context);
    const content = flat(reply).find((part) => part.content)?.content ?? '';
    const [before, quoted, after] = content.split('\n');
    expect(before).toBe('-# […]');
    expect(after).toBe('-# […]');
    expect(quoted).toContain(`**${sentence(60)}**`);
    expect(quoted).toMatch(/^> This is .* paragraph\.$/u);
  });

  it('cuts a sentence of 4,000 characters at a clause, and what it shows is literal', () => {
    const text = `It began ${'and it went on with no end in sight, '.repeat(110)}until it stopped.`;
    const context = contextFor([{ id: 'a', text }]);
    const content =
      flat(renderAnswer(answerFrom(context), context)).find((part) => part.content)?.content ?? '';
    const [quoted, after] = content.split('\n');
    const shown = (quoted ?? '').replace(/^> \*\*|\*\*$/gu, '');
    expect(text.startsWith(shown)).toBe(true);
    expect(shown.endsWith(',')).toBe(true);
    expect(after).toBe('-# […]');
  });

  it('cites title with link, authors, date and paragraph', () => {
    const context = contextFor([
      {
        id: 'a',
        text: 'A tide of 9.1 metres came.',
        title: 'The flood',
        authors: ['Ann Lee', 'Bo Ek', 'C. Dy', 'Di Fo'],
        date: '2025-03-03',
        url: 'https://news.example/flood_(1)',
      },
    ]);
    const texts = flat(renderAnswer(answerFrom(context), context)).flatMap(
      (part) => part.content ?? [],
    );
    expect(texts).toEqual([
      '> **A tide of 9.1 metres came.**',
      '-# [The flood](<https://news.example/flood_%281%29>) · Ann Lee, Bo Ek, C. Dy und 1 weitere · <t:1740996000:D> · ¶\u00a01',
    ]);
  });

  it('keeps a quote back that is not the article’s own text, and logs it', () => {
    const faults: unknown[] = [];
    const context = contextFor(
      [
        { id: 'a', text: 'One. Two.' },
        { id: 'b', text: 'Three.' },
      ],
      faults,
    );
    const answer = answerFrom(context);
    const [first, second] = answer.quotes as [Quote, Quote];
    const forged = { ...first, text: 'One! Two.' };
    const reply = renderAnswer({ ...answer, quotes: [forged, second] }, context);
    const shown = JSON.stringify(reply);
    expect(shown).not.toContain('One!');
    expect(shown).toContain('Three.');
    expect(shown).toContain('zurückgehalten');
    expect(faults).toHaveLength(1);
    const none = renderAnswer({ ...answer, quotes: [forged] }, context);
    expect(JSON.stringify(none)).toContain('Fehler e1');
  });

  it('says of what no model has read that it goes by words alone', () => {
    const context = contextFor([{ id: 'a', text: 'Eins.', language: 'de' }]);
    const said = (answer: Answer) => JSON.stringify(renderAnswer(answer, context));
    const likely = { ...answerFrom(context, 0, 'likely'), byWords: true } as const;
    expect(said(likely)).toContain('Wahrscheinlich das, nur nach den Wörtern zu urteilen:');
    const near = { ...answerFrom(context, 0, 'near'), byWords: true } as const;
    expect(said(near)).not.toContain('nur nach den Wörtern');
  });

  it.each([
    ['answered', '> **One.**'],
    ['likely', 'Wahrscheinlich das:'],
    ['near', 'Keine Antwort, aber nahe dran:'],
  ] as const)('says first how sure it is: %s', (status, said) => {
    const context = contextFor([{ id: 'a', text: 'One.' }]);
    const [first] = flat(renderAnswer(answerFrom(context, 0, status), context)).flatMap(
      (part) => part.content ?? [],
    );
    expect(first?.split('\n')[0]).toBe(said);
  });

  it('names up to three near articles on a miss, each with a button that looks it up', () => {
    const articles = ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      text: 'Text.',
      title: `Title ${id}`,
    }));
    const context = contextFor(articles);
    const answer: Answer = {
      question: 'q',
      status: 'missed',
      quotes: [],
      confidence: 0,
      nearest: [...context.library.articles()],
      milliseconds: 1,
    };
    const parts = flat(renderAnswer(answer, context, { canAskHuman: true }));
    const labels = parts.flatMap((part) => part.label ?? []);
    const lookUps = ['Nachschlagen', 'Nachschlagen', 'Nachschlagen'];
    expect(labels).toEqual([...lookUps, 'Einen Menschen fragen']);
    const texts = parts.flatMap((part) => part.content ?? []);
    expect(texts[0]).toContain('Keiner meiner Artikel');
    expect(texts.slice(1)).toEqual(['Title a', 'Title b', 'Title c']);
  });

  it('offers a human where a quote is only near, and none where it answers', () => {
    const context = contextFor([{ id: 'a', text: 'One.' }]);
    const labels = (status: 'answered' | 'likely' | 'near') => {
      const reply = renderAnswer(answerFrom(context, 0, status), context, { canAskHuman: true });
      return flat(reply).flatMap((part) => part.label ?? []);
    };
    expect(labels('near')).toContain('Einen Menschen fragen');
    for (const status of ['answered', 'likely'] as const) {
      expect(labels(status)).not.toContain('Einen Menschen fragen');
    }
  });

  it('shows of two quotes only what fits one glance, and lets More go on from there', () => {
    const shown = (text: string) => {
      const context = contextFor([
        { id: 'a', text: `${text} Here.` },
        { id: 'b', text: `${text} There.` },
      ]);
      const parts = flat(renderAnswer(answerFrom(context), context));
      const more = parts.find(({ label }) => label === 'Mehr')?.custom_id ?? '';
      const decoded = ids.decode(more, context.guildId);
      const quotes = parts.filter((part) => part.content?.startsWith('> ')).length;
      return {
        quotes,
        more: decoded.kind === 'ours' && 'shown' in decoded.action && decoded.action.shown,
      };
    };
    expect(shown('It rose.')).toEqual({ quotes: 2, more: 2 });
    expect(shown('It rose and rose and rose again, '.repeat(9))).toEqual({ quotes: 1, more: 1 });
  });

  it('has something to show for an article without a title', () => {
    const context = contextFor([{ id: ' ', text: 'One.', title: '\u202e' }]);
    expect(JSON.stringify(renderAnswer(answerFrom(context), context))).toContain('-# – · ¶');
  });

  it.each([
    ['authors', '**The flood** ist von Ann \\*Lee\\* und Bo Ek.'],
    ['date', '**The flood** trägt das Datum <t:1740996000:D>.'],
  ] as const)('says above the opening what the citation says of the %s', (asked, expected) => {
    const says = { authors: ['Ann *Lee*', 'Bo Ek'], date: '2025-03-03' };
    const context = contextFor([
      { id: 'a', text: 'It came. It went.', title: 'The flood', ...says },
    ]);
    const { answer, article } = citedFrom(context);
    const cited: Answer = { ...answer, status: 'cited', citation: { asked, article } };
    const [said, quoted] = flat(renderAnswer(cited, context)).flatMap((part) => part.content ?? []);
    expect(said).toBe(expected);
    expect(quoted?.split('\n')[0]).toBe('> It came. It went.');
  });

  it('names every author of an article, and says how many more there are than fit', () => {
    const authors = Array.from({ length: 20 }, (_, i) => `Author ${i}`);
    const context = contextFor([{ id: 'a', text: 'One.', title: 'Many hands', authors }]);
    const { answer, article } = citedFrom(context);
    const shown = JSON.stringify(
      renderAnswer(
        { ...answer, status: 'cited', citation: { asked: 'authors', article } },
        context,
      ),
    );
    expect(shown).toContain('ist von Author 0, Author 1, ');
    expect(shown).toContain('Author 7 und 12 weitere.');
  });

  it('says of an article that does not tell its author that it does not, and offers a look at it', () => {
    const context = contextFor([{ id: 'a', text: 'One.', title: 'The flood' }]);
    const { article } = citedFrom(context);
    const answer: Answer = {
      question: 'who wrote this?',
      status: 'cited',
      quotes: [],
      confidence: 0,
      nearest: [article],
      milliseconds: 1,
      citation: { asked: 'authors', article },
    };
    const parts = flat(renderAnswer(answer, context));
    expect(parts.flatMap((part) => part.content ?? [])).toEqual([
      '**The flood** sagt nicht, von wem der Text ist.',
      'The flood',
    ]);
    expect(parts.flatMap((part) => part.label ?? [])).toEqual(['Nachschlagen']);
  });

  it('fits Discord’s limits with what a citation says, too', async () => {
    await fc.assert(
      fc.asyncProperty(
        library,
        nastyText(0, 100),
        fc.constantFrom('authors' as const, 'date' as const),
        async (articles, asked, field) => {
          const context = contextFor(articles);
          const { answer, article } = citedFrom(context);
          const citation = { asked: field, article };
          const view = { question: asked.slice(0, 500) };
          const base = { ...answer, status: 'cited', citation } as const;
          for (const each of [base, { ...base, quotes: [] as [], nearest: [article] }]) {
            const reply = renderAnswer(each, context, view);
            const { allowedMentions, ...body } = reply;
            await checkMessage(body, { schema: 'MessageCreateRequestSchema' });
            const length = flat(reply).reduce((sum, { content = '' }) => sum + content.length, 0);
            expect(length).toBeLessThanOrEqual(LIMITS.text);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('repeats the question where asked to, so that it can be read back', () => {
    const context = contextFor([{ id: 'a', text: 'One.' }]);
    const parts = flat(renderAnswer(answerFrom(context), context, { question: 'Is *this* ok?' }));
    expect(parts.find((part) => part.id === QUESTION_ID)?.content).toBe('-# ❓ Is \\*this\\* ok?');
  });
});
