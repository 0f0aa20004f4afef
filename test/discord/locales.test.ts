import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/discord/commands/commands.ts';
import { wordsFor, wordsIn } from '../../src/discord/locales/words.ts';

const LOCALES = ['de', 'es-ES', 'es-419', 'fr', 'it', 'ja', 'pt-BR'] as const;
const LANGUAGES = ['de', 'es', 'fr', 'it', 'ja', 'pt'] as const;

/** As Discord's documentation has it, for slash commands and options. */
const COMMAND_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MAX_NAME = 32;
const MAX_DESCRIPTION = 100;
const MAX_BUTTON = 80;
const BUTTONS = [
  'context',
  'cite',
  'sameArticle',
  'more',
  'lookUp',
  'tellMe',
  'askHuman',
  'previous',
  'next',
  'post',
  'posted',
] as const;
/** The same in some language as in English, or no words at all. */
const MAY_BE_SAME = [
  'list',
  'articles',
  'gapUnhelpful',
  'paragraphOf',
  'onPage',
  'status.index',
  'status.votes',
];

interface Named {
  name: string;
  name_localizations?: Readonly<Record<string, string | null>> | null;
  description?: string;
  description_localizations?: Readonly<Record<string, string | null>> | null;
  type?: number;
}
const slash = COMMANDS.filter(({ type = 1 }) => type === 1) as readonly Named[];
const options = (command: object) => ('options' in command ? command.options : []) as Named[];

/** Every text of a table of words with its path; what takes arguments is called with marks. */
function textsOf(words: object, path = ''): Map<string, string> {
  const entries = Object.entries(words).flatMap(([key, value]) => {
    const at = path + key;
    if (typeof value === 'function') return [[at, String(value(...argumentsOf(at)))] as const];
    if (typeof value === 'object' && value !== null) return [...textsOf(value, `${at}.`)];
    return [[at, String(value)] as const];
  });
  return new Map(entries);
}

function argumentsOf(path: string): unknown[] {
  if (path === 'list') return [['‹1›', '‹2›']];
  if (path === 'otherLanguage') return [['en', 'de'], 'ru'];
  if (path === 'add.language') return ['ru'];
  if (path === 'period') return ['2021-03-05', '2021-04-09'];
  if (path === 'status.misfit') return ['‹1›', ['ru']];
  return ['‹1›', '‹2›', '‹3›', '‹4›'];
}

const marks = (text = '') => [...new Set(text.match(/‹\d›/gu))].sort();
const code = (text = '') => (text.match(/`[/A-Z][^`]*`/gu) ?? []).sort();

describe.each(LOCALES)('in %s', (locale) => {
  it('every command and option has a name that Discord takes, each its own', () => {
    for (const all of [slash, ...slash.map(options)]) {
      const names = all.map(({ name_localizations }) => name_localizations?.[locale] ?? '');
      for (const name of names) {
        expect(name).toMatch(COMMAND_NAME);
        expect(name).toBe(name.toLowerCase());
      }
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('every description fits', () => {
    for (const one of slash.flatMap((command) => [command, ...options(command)])) {
      const described = one.description_localizations?.[locale] ?? '';
      expect(described).not.toBe('');
      expect(described.length, described).toBeLessThanOrEqual(MAX_DESCRIPTION);
    }
  });

  it('every entry of a message’s menu has a name that fits', () => {
    const menu = COMMANDS.filter(({ type }) => type === 3) as readonly Named[];
    const names = menu.map(({ name_localizations }) => name_localizations?.[locale] ?? '');
    expect(new Set(names).size).toBe(menu.length);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(MAX_NAME);
  });
});

describe.each(LANGUAGES)('the words in %s', (language) => {
  const english = textsOf(wordsFor('en-US'));
  const words = wordsIn(language);
  const texts = textsOf(words ?? {});

  it('are all there, and say what the English ones say of their numbers, names and commands', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of texts) {
      expect([path, marks(text)]).toEqual([path, marks(english.get(path))]);
      expect([path, code(text)]).toEqual([path, code(english.get(path))]);
    }
  });

  it('are no longer English', () => {
    const same = [...texts].filter(([path, text]) => text === english.get(path));
    expect(same.map(([path]) => path).filter((path) => !MAY_BE_SAME.includes(path))).toEqual([]);
  });

  it('fit their buttons', () => {
    for (const button of BUTTONS) {
      expect((texts.get(button) ?? '').length).toBeLessThanOrEqual(MAX_BUTTON);
    }
  });
});

describe('a member’s language', () => {
  it.each([
    ['pt-BR', 'Provavelmente isto:'],
    ['ja', 'おそらくこれです：'],
    ['it', 'Probabilmente questo:'],
    ['es-419', 'Probablemente esto:'],
    ['tr', 'Probably this:'],
  ])('%s is answered in its own words where the bot has them', (locale, likely) => {
    expect(wordsFor(locale).likely).toBe(likely);
  });

  it('has one article in the singular', () => {
    const one = LANGUAGES.map((language) => wordsIn(language)?.articles(1));
    expect(one).toEqual([
      '1 Artikel',
      '1 artículo',
      '1 article',
      '1 articolo',
      '記事1件',
      '1 artigo',
    ]);
  });
});
