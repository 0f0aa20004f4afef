import { expect, it } from 'vitest';
import { createCustomIds } from '../../../src/discord/buttons/custom-id.ts';
import { wordsFor } from '../../../src/discord/locales/words.ts';
import { renderAnswer } from '../../../src/discord/render/answer.ts';
import type { Answer, Quote } from '../../../src/passage.ts';
import { libraryOf, quoteOf } from '../library.ts';

const library = libraryOf([
  { id: 'river', title: 'River report', text: 'The river rose by 5.82 metres.' },
]);

function card(locale: string, searchedFor?: string): string {
  const quotes = library.articles().flatMap(({ id }) => {
    const article = library.shelf.article(id);
    const [passage] = library.shelf.passagesOf(id);
    return article && passage ? [quoteOf(article, passage, passage)] : [];
  });
  const answer: Answer = {
    question: 'How high did the rvier rise?',
    status: 'likely',
    confidence: 0.6,
    nearest: [],
    milliseconds: 1,
    quotes: quotes as [Quote, ...Quote[]],
    ...(searchedFor === undefined ? {} : { searchedFor }),
  };
  const context = {
    words: wordsFor(locale),
    library,
    shelf: library.shelf,
    ids: createCustomIds('secret'),
    guildId: null,
    askerId: '100000000000000002',
    private: false,
    report: () => 'e1',
  };
  return JSON.stringify(renderAnswer(answer, context));
}

it.each([
  ['en', 'Searched for “How *high*?”.', 'Probably this:'],
  ['de', 'Gesucht habe ich nach „How *high*?“.', 'Wahrscheinlich das:'],
  ['es', 'He buscado «How *high*?».', '5.82'],
  ['fr', 'J’ai cherché « How *high*? ».', '5.82'],
])('a card in %s says above all else what was searched for, escaped', (locale, line, below) => {
  const shown = card(locale, 'How *high*?');
  const at = shown.indexOf(JSON.stringify(line.replaceAll('*', '\\*')).slice(1, -1));
  expect(at).toBeGreaterThan(0);
  expect(shown.indexOf(below)).toBeGreaterThan(at);
});

it('a card says nothing of the kind where what was typed was searched for', () => {
  expect(card('en')).not.toContain('Searched');
});
