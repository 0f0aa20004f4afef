import { describe, expect, it } from 'vitest';
import { ScopesError } from '../../src/errors.ts';
import { parseRules } from '../../src/scopes/rules-file.ts';
import { unknownFolders } from '../../src/scopes/unknown-folder.ts';

const ARTICLES = ['welcome', 'news/2024/bridge', 'news/flood', 'board/minutes', 'hr/pay'];

const GOOD = `
# Who sees what
default: [news]
dms: []
servers:
  100000000000000001: [news, "/"]
channels:
  900719925474099312345: nothing
roles:
  "300000000000000003": hr
`.replace('900719925474099312345: nothing', '90071992547409931234: [board, ./news/2024/]');

function read(text: string) {
  const isThere = (folder: string) => folder === 'drafts';
  return parseRules(text, 'scopes.yaml', unknownFolders(ARTICLES, isThere));
}

function mistakesIn(text: string): readonly string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ScopesError) return error.mistakes;
    throw error;
  }
  return [];
}

describe('scopes.yaml', () => {
  it('is read with ids of any length, quoted or not, and folders as they are named', () => {
    expect(read(GOOD)).toEqual({
      default: ['news'],
      dms: [],
      servers: new Map([['100000000000000001', ['news', '/']]]),
      channels: new Map([['90071992547409931234', ['board', 'news/2024']]]),
      roles: new Map([['300000000000000003', ['hr']]]),
    });
  });

  it('needs no more than a default', () => {
    expect(read('default: "*"')).toMatchObject({ default: ['*'], dms: undefined });
    expect(read('default: []').servers.size).toBe(0);
  });

  it('may name a folder whose articles have yet to come', () => {
    expect(read('default: [drafts]').default).toEqual(['drafts']);
  });

  it.each([
    [
      '',
      'scopes.yaml, line 1: default must be a list of folders, such as [news, reports/2024]: what is seen where no other rule says it ([] for nothing, ["*"] for everything)',
    ],
    [
      '- news',
      'scopes.yaml, line 1: must be a list of rules that begins with default: [folder, …]',
    ],
    [
      'default: [news]\nchanels:\n  100000000000000001: [news]',
      'scopes.yaml, line 2: chanels is no rule: write one of default, dms, servers, channels, roles',
    ],
    [
      'default: [news]\nchannels:\n  general: [news]',
      'scopes.yaml, line 3: channels › general is no id (17 to 20 digits): in Discord, switch on Developer Mode, then "Copy ID" in the menu of the channel',
    ],
    [
      'default: [news]\nroles:\n  100000000000000001:',
      'scopes.yaml, line 3: roles › 100000000000000001 must be a list of folders, such as [news, reports/2024]',
    ],
    [
      'default: [news]\nroles: [board]',
      'scopes.yaml, line 2: roles must name ids with folders, such as 123456789012345678: [news]',
    ],
    [
      'default: [news]\nservers:\n  100000000000000001: [news, bord]',
      'scopes.yaml, line 3: servers › 100000000000000001 names the folder "bord", which is not there: did you mean "board"?',
    ],
    [
      'default:\n  - news\n  - archive',
      'scopes.yaml, line 3: default names the folder "archive", which is not there: write one of those that hold articles (board, hr, news, …), "*" for all, or "/" for articles in none',
    ],
    ['default: [news]\ndefault: [board]', 'scopes.yaml, line 2: Map keys must be unique.'],
    [
      'default: [news',
      'scopes.yaml, line 1: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
  ])('says of %j what is wrong, where, and what to do', (text, mistake) => {
    expect(mistakesIn(text)).toEqual([mistake]);
  });

  it('has a line for each mistake', () => {
    const mistakes = mistakesIn('default: [nws]\nchannels:\n  x: [news]\n  y: [hr]\n');
    expect(mistakes).toHaveLength(2);
    expect(mistakes[0]).toContain('line 3: channels › x');
    expect(mistakes[1]).toContain('line 4: channels › y');
  });
});
