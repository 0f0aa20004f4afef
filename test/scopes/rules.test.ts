import { describe, expect, it } from 'vitest';
import { type Place, type Rules, scopeAt } from '../../src/scopes/rules.ts';
import { EVERYTHING, keyOf, shows } from '../../src/scopes/scope.ts';

const RULES: Rules = {
  default: ['public'],
  dms: ['public', 'help'],
  servers: new Map([['guild', ['news']]]),
  channels: new Map([
    ['category', ['board']],
    ['channel', ['board/minutes']],
    ['thread', []],
  ]),
  roles: new Map([['hr', ['people']]]),
};
const ARTICLES = [
  'welcome',
  'public/a',
  'help/b',
  'news/c',
  'board/d',
  'board/minutes/e',
  'people/f',
];

function seen(place: Partial<Place>, rules: Rules | undefined = RULES): string[] {
  const scope = scopeAt(rules, {
    isDm: false,
    guildId: 'guild',
    channelIds: [],
    roleIds: [],
    ...place,
  });
  return ARTICLES.filter((id) => shows(scope, id));
}

describe('what is seen', () => {
  it.each<[string, Partial<Place>, string[]]>([
    ['in a server with a rule', { channelIds: ['other'] }, ['news/c']],
    ['in any other server', { guildId: 'elsewhere' }, ['public/a']],
    [
      'in a category with a rule',
      { channelIds: ['other', 'category'] },
      ['board/d', 'board/minutes/e'],
    ],
    [
      'in a channel with a rule of its own',
      { channelIds: ['channel', 'category'] },
      ['board/minutes/e'],
    ],
    ['in a thread of it', { channelIds: ['other', 'channel', 'category'] }, ['board/minutes/e']],
    ['in a thread whose rule shows nothing', { channelIds: ['thread', 'channel'] }, []],
    [
      'in a direct message',
      { isDm: true, guildId: null, channelIds: ['dm'] },
      ['public/a', 'help/b'],
    ],
    ['in a group of others', { guildId: null, channelIds: ['group'] }, ['public/a']],
    [
      'with a role, besides',
      { channelIds: ['channel'], roleIds: ['none', 'hr'] },
      ['board/minutes/e', 'people/f'],
    ],
  ])('%s', (_, place, articles) => {
    expect(seen(place)).toEqual(articles);
  });

  it('is everything where there are no rules, and by the folder *', () => {
    expect(ARTICLES.filter((id) => shows(EVERYTHING, id))).toEqual(ARTICLES);
    expect(scopeAt(undefined, { isDm: false, guildId: null, channelIds: [], roleIds: [] })).toBe(
      EVERYTHING,
    );
    expect(seen({}, { ...RULES, servers: new Map([['guild', ['*']]]) })).toEqual(ARTICLES);
  });

  it('is what lies in no folder, by the folder /', () => {
    expect(seen({}, { ...RULES, servers: new Map([['guild', ['/']]]) })).toEqual(['welcome']);
  });

  it('never is a folder that only begins with the same letters', () => {
    const scope = scopeAt(
      { ...RULES, default: ['pub'] },
      { isDm: false, guildId: null, channelIds: [], roleIds: [] },
    );
    expect(shows(scope, 'public/a')).toBe(false);
  });
});

it('scopes of the same folders have the same key, whichever rules say so', () => {
  const key = (...lists: string[][]) =>
    keyOf({ grants: lists.map((folders) => ({ folders, rule: { kind: 'default' } })) });
  expect(key(['a', 'b'])).toBe(key(['b'], ['a', 'a/inner']));
  expect(key(['*', 'a'])).toBe(key(['*']));
  expect(key(['a'])).not.toBe(key(['b']));
  expect(key([])).not.toBe(key(['a']));
});
