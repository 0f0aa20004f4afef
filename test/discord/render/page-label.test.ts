import { expect, it } from 'vitest';
import { createCustomIds } from '../../../src/discord/buttons/custom-id.ts';
import { ALL_WORDS, wordsFor } from '../../../src/discord/locales/words.ts';
import { renderAnswer } from '../../../src/discord/render/answer.ts';
import { placeOf } from '../../../src/discord/render/citation.ts';
import { libraryOf, quoteOf } from '../library.ts';

const library = libraryOf([{ id: 'owls', file: 'owls.pdf', text: 'Tawny owl | 118 | 124' }]);

it('a quote of a PDF names the page beside the paragraph', () => {
  const article = library.shelf.article('owls');
  const passage = library.shelf.passagesOf('owls')[0];
  if (!article || !passage) throw new Error('The article is missing.');
  const quote = { ...quoteOf(article, passage, passage), page: 12 };
  const base = { question: 'q', confidence: 0.9, nearest: [], milliseconds: 1 };
  const view = {
    words: wordsFor('en'),
    library,
    shelf: library.shelf,
    ids: createCustomIds('secret'),
    guildId: null,
    askerId: '100000000000000002',
    private: false,
    report: () => 'e1',
  };
  const reply = renderAnswer({ ...base, status: 'answered', quotes: [quote] }, view, {});
  expect(JSON.stringify(reply.components)).toContain('¶\u00a01 · p.\u00a012');
});

it('the page is said in every language, and nothing where there are no pages', () => {
  for (const words of ALL_WORDS) {
    expect(placeOf({ paragraph: 3, page: 12 }, words)).toMatch(/^¶\u00a03 · .*12/u);
    expect(placeOf({ paragraph: 3 }, words)).toBe('¶\u00a03');
  }
});
