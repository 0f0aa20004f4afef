import { checkMessage } from '@pullquote/sandbox';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCustomIds } from '../../../src/discord/buttons/custom-id.ts';
import { wordsFor } from '../../../src/discord/locales/words.ts';
import { renderCite } from '../../../src/discord/render/cite.ts';
import type { Article } from '../../../src/passage.ts';
import { libraryOf } from '../library.ts';
import { nastyText } from '../nasty.ts';

const article = fc.record({
  id: fc.constant('a'),
  text: fc.constant('One. Two.'),
  title: nastyText(0, 400),
  authors: fc.array(nastyText(1, 20), { maxLength: 40 }),
  date: fc.constantFrom(null, '2025-03-03', 'nonsense'),
  url: fc.oneof(fc.constantFrom(null, 'javascript:alert(1)'), fc.webUrl({ size: 'large' })),
});

it('the reference fits Discord’s limits and stays inside its blocks, whatever the article is called', async () => {
  await fc.assert(
    fc.asyncProperty(article, async (one) => {
      const library = libraryOf([one]);
      const context = {
        words: wordsFor('en'),
        library,
        ids: createCustomIds('secret'),
        guildId: null,
        askerId: '100000000000000002',
        private: true,
        report: () => 'e1',
      };
      const sentence = library.shelf.passagesOf('a')[0]?.sentences[0];
      const reply = renderCite(library.shelf.article('a') as Article, sentence, context);
      const { allowedMentions, ...body } = reply;
      await checkMessage(body, { schema: 'MessageCreateRequestSchema' });
      const texts = JSON.stringify(reply.components);
      expect(texts.split('```').length - 1).toBe(6);
      expect(texts).not.toContain('](<javascript');
    }),
    { numRuns: 100 },
  );
});
