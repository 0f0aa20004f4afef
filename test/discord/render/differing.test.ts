import { expect, it } from 'vitest';
import { createCustomIds } from '../../../src/discord/buttons/custom-id.ts';
import { wordsFor } from '../../../src/discord/locales/words.ts';
import { renderAnswer } from '../../../src/discord/render/answer.ts';
import type { Answer, Quote } from '../../../src/passage.ts';
import { differingQuotes } from '../../../src/retrieval/differing/differing-quotes.ts';
import { libraryOf, quoteOf } from '../library.ts';

const library = libraryOf([
  { id: 'old', title: 'River report', date: '2024-03-12', text: 'The river rose by 5.82 metres.' },
  { id: 'new', title: 'River answer', date: '2024-03-26', text: 'The river rose by 6.10 metres.' },
  { id: 'same', title: 'River news', date: '2024-05-01', text: 'The river rose to 5.8 metres.' },
]);

function rendered(...ids: string[]): string {
  const quotes = ids.map((id) => {
    const article = library.shelf.article(id);
    const [passage] = library.shelf.passagesOf(id);
    if (!article || !passage) throw new Error(id);
    return quoteOf(article, passage, passage);
  });
  const question = 'How high did the river rise?';
  const [differing] = differingQuotes(question, quotes);
  const answer: Answer = {
    question,
    ...(differing ? { differing } : {}),
    status: 'answered',
    confidence: 0.9,
    nearest: [],
    milliseconds: 1,
    quotes: quotes as [Quote, ...Quote[]],
  };
  return JSON.stringify(
    renderAnswer(answer, {
      words: wordsFor('en'),
      library,
      shelf: library.shelf,
      ids: createCustomIds('secret'),
      guildId: null,
      askerId: '100000000000000002',
      private: false,
      report: () => 'e1',
    }),
  );
}

it('a card says first that articles differ, and shows the newer one before the older one', () => {
  const card = rendered('old', 'new');
  const order = [
    'The articles differ:',
    '6.10 metres',
    '<t:1711447200:D>',
    '5.82 metres',
    '<t:1710237600:D>',
  ];
  const places = order.map((text) => card.indexOf(text));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

it('a card says nothing of the kind where articles agree', () => {
  expect(rendered('old', 'same')).not.toContain('differ');
});
