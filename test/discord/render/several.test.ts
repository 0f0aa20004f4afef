import { checkMessage } from '@pullquote/sandbox';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCustomIds } from '../../../src/discord/buttons/custom-id.ts';
import { wordsFor } from '../../../src/discord/locales/words.ts';
import { renderSeveral } from '../../../src/discord/render/several.ts';
import { LIMITS } from '../../../src/discord/text/limits.ts';
import type { View } from '../../../src/discord/turn/turn.ts';
import type { Answer, Article } from '../../../src/passage.ts';
import { libraryOf, quoteOf, type TestLibrary } from '../library.ts';
import { nastyParagraph, nastyText } from '../nasty.ts';

const article = fc.record({
  id: nastyText(1, 30).filter((id) => id !== ''),
  text: nastyParagraph,
  title: nastyText(0, 80),
  authors: fc.array(nastyText(1, 10), { maxLength: 25 }),
  url: nastyText(1, 5).map((tail) => `https://a.example/${tail}`),
});
const library = fc
  .uniqueArray(article, { selector: ({ id }) => id, minLength: 3, maxLength: 3 })
  .map((articles) => libraryOf(articles));

function contextFor(articles: View['library']): View {
  return {
    words: wordsFor('de'),
    library: articles,
    ids: createCustomIds('secret'),
    guildId: '100000000000000001',
    askerId: '100000000000000002',
    private: false,
    report: () => 'e1',
  };
}

/** One quote of the first article, the same for every question, or a miss. */
function answerFrom({ articles, shelf }: TestLibrary, hits: boolean): Answer {
  const first = shelf.article(articles()[0]?.id ?? '') as Article;
  const [passage] = shelf.passagesOf(first.id);
  const [sentence] = passage?.sentences ?? [];
  const base = { question: 'q', confidence: 1, nearest: [...articles()], milliseconds: 1 };
  if (!hits || !passage || !sentence) return { ...base, status: 'missed', quotes: [] };
  return { ...base, status: 'answered', quotes: [quoteOf(first, passage, sentence)] };
}

/** Characters in all text displays together. */
function textLength(components: unknown): number {
  let length = 0;
  JSON.stringify(components, (key, value) => {
    if (key === 'content') length += value.length;
    return value;
  });
  return length;
}

describe('renderSeveral', () => {
  it('fits Discord’s limits whatever the articles and the questions hold', async () => {
    const languages = [undefined, 'fr', 'ja'];
    const parts = fc.array(fc.boolean(), { minLength: 2, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(library, parts, nastyText(1, 100), async (articles, hits, asked) => {
        const context = contextFor(articles);
        const length = Math.floor(500 / hits.length);
        const answered = hits.map((hit, i) => ({
          question: asked.slice(i * length, (i + 1) * length),
          outcome: {
            kind: 'answer' as const,
            answer: answerFrom(articles, hit),
            library: articles,
            shelf: articles.shelf,
          },
          foreign: hit ? undefined : languages[i],
        }));
        const view = { canAskHuman: true, canBeTold: true };
        const { allowedMentions, ...body } = renderSeveral(
          answered,
          context.words.onlySome(3),
          context,
          view,
        );
        await checkMessage(body, { schema: 'MessageCreateRequestSchema' });
        expect(textLength(body.components)).toBeLessThanOrEqual(LIMITS.text);
      }),
      { numRuns: 60 },
    );
  });
});
