import { expect, it } from 'vitest';
import { findMisspelt } from '../../src/config/misspelt.ts';
import { SETTING_NAMES } from '../../src/config/settings.ts';

it.each([
  ['CORPUS_DIRS', 'CORPUS_DIR'],
  ['CORPUSDIR', 'CORPUS_DIR'],
  ['DISCORD_TOKN', 'DISCORD_TOKEN'],
  ['DISCRD_TOKNE', undefined],
  ['DISCORD-TOKEN', 'DISCORD_TOKEN'],
  ['discord_token', 'DISCORD_TOKEN'],
  ['SERVER_QUESTION_PER_MINUTE', 'SERVER_QUESTIONS_PER_MINUTE'],
  ['QUESTIONS_PER_MINUT', 'QUESTIONS_PER_MINUTE'],
  ['LOG_LEVL', 'LOG_LEVEL'],
  ['NO_OPENS', 'NO_OPEN'],
])('%s was meant to be %s', (name, meant) => {
  expect(findMisspelt([name], SETTING_NAMES)).toEqual(meant ? [{ name, meant }] : []);
});

it.each([
  ...['PATH', 'HOME', 'LANG', 'TERM', 'SHELL', 'TZ', 'PWD', 'OLDPWD', 'INIT_CWD', 'EDITOR', 'NODE'],
  ...[
    'XDG_DATA_DIRS',
    'XDG_CONFIG_DIRS',
    'NODE_ENV',
    'NO_COLOR',
    'DEBUG',
    'JAVA_DIR',
    'CONFIG_DIR',
  ],
  ...['npm_config_loglevel', 'npm_lifecycle_event', 'GITHUB_TOKEN', 'COLORTERM', 'SSH_AUTH_SOCK'],
])('%s is left alone', (name) => {
  expect(
    findMisspelt(
      [name],
      SETTING_NAMES.filter((one) => one !== 'CI'),
    ),
  ).toEqual([]);
});
