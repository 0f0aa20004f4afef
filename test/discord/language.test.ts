import { textOf } from '@pullquote/sandbox';
import { afterEach, describe, expect, it } from 'vitest';
import { languageOf, withLanguage } from '../../src/corpus/language.ts';
import { languagesOf } from '../../src/discord/catalogue/languages.ts';
import { ARTICLES } from './articles.ts';
import { askByWords, libraryOf } from './library.ts';
import { type RunningBot, runBot } from './running-bot.ts';

const GERMAN = 'Wie hoch ist der Fluss in der Nacht der Flut gestiegen?';

describe('the language of a text', () => {
  it.each([
    [GERMAN, 'de'],
    ['¿Cuántas personas tuvieron que dejar sus casas?', 'es'],
    ['Combien de personnes ont dû quitter leur maison ?', 'fr'],
    ['How many people had to leave their homes?', 'en'],
    ['Сколько людей покинули свои дома?', 'ru'],
    ['Quantas pessoas tiveram de deixar as suas casas?', 'pt'],
  ])('%s is told', (text, language) => expect(languageOf(text)).toBe(language));

  it.each([
    'Kolm?',
    'Mara Lindqvist',
    'Vessmark Observatory Brennach',
    'Wer war das?',
    'Beatrix Olafsen-Rao and Cosima Tveit',
    'Wilhelmina Katz, Brennach, Kessmünd, Ålvarö',
    'lol',
    '5.82?',
    '',
  ])('%j is too short to tell', (text) => expect(languageOf(text)).toBeUndefined());
});

describe('the languages of the articles', () => {
  it('are counted by their first part, the most frequent first', () => {
    const library = libraryOf([
      { id: 'a', text: 'x', language: 'pt-BR' },
      { id: 'b', text: 'x', language: 'en' },
      { id: 'c', text: 'x', language: 'en-GB' },
      { id: 'd', text: 'x', language: null },
    ]);
    expect(languagesOf(library)).toEqual(['en', 'pt']);
  });

  it.each([
    ['pt-BR', 'pt-BR', 'The bridge was opened in 1932. It has been closed since.'],
    ['en', null, 'The bridge was opened in 1932. It has been closed since.'],
    ['de', null, 'Er wurde im Jahr 1932 eröffnet und ist seitdem gesperrt.'],
    [null, null, '1932'],
  ])('is %s where an article says %s, and reads "%s"', (told, said, text) => {
    const library = libraryOf([{ id: 'a', text, language: said }]);
    const article = library.shelf.article('a');
    if (!article) throw new Error('no article');
    const passages = [...library.shelf.passagesOf('a')];
    const { language } = withLanguage({ article, passages }).article;
    expect(language).toBe(told);
  });
});

describe('a question in a language that no article is in', () => {
  let bot: RunningBot;
  afterEach(() => bot.close());
  const dev = () => bot.sandbox.user('dev');
  const reply = (text: string) =>
    dev().waitForReply(dev().say('general', text, { mentionBot: true }));

  it('is told so in that language, with the nearest articles', async () => {
    bot = await runBot();
    const card = await reply(GERMAN);
    expect(textOf(card)).toContain('Meine Artikel sind auf Englisch');
    expect(textOf(card)).toContain('Thematisch am nächsten:');
    const looked = await dev().press(card, 'Nachschlagen');
    expect(looked.message && textOf(looked.message)).toContain('> ');
  });

  it('is told so by /ask, below the question', async () => {
    bot = await runBot();
    const { message } = await dev().slash('general', 'ask', { question: GERMAN });
    expect(message && textOf(message)).toMatch(
      /^-# ❓ Wie hoch.*\nMeine Artikel sind auf Englisch/u,
    );
  });

  it('is told so in English where the bot does not speak it', async () => {
    bot = await runBot();
    expect(textOf(await reply('Hoeveel mensen moesten hun huizen verlaten?'))).toContain(
      'I find no answer to a question in Dutch',
    );
  });

  it('is answered all the same where the answer is sure', async () => {
    const find = askByWords(() => libraryOf(ARTICLES));
    bot = await runBot({
      ask: async (question, options) => {
        const answer = await find('Ida Brandt has been mayor of Ostby since when?', options);
        return { ...answer, question };
      },
    });
    expect(textOf(await reply(GERMAN))).toContain('Ida Brandt has been mayor');
  });

  it('is an ordinary one where an article is in that language', async () => {
    const library = libraryOf([...ARTICLES, { id: 'x', text: 'Ein Satz.', language: 'de' }]);
    bot = await runBot({ library: () => library });
    expect(textOf(await reply(GERMAN))).toContain('None of my articles answers this.');
  });
});
