import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { readSettings, SETTING_NAMES } from '../../src/config/settings.ts';

const example = await readFile(new URL('../../.env.example', import.meta.url), 'utf8');
/** The example with its defaults in force. */
const uncommented = parseEnv(example.replaceAll(/^#(?=[A-Z_]+=)/gmu, '')) as NodeJS.ProcessEnv;

test('the example lists every setting and no other', () => {
  // CI is set by build servers, not by people.
  const known = SETTING_NAMES.filter((name) => name !== 'CI');
  expect(Object.keys(uncommented).sort()).toEqual(known.sort());
});

test('the defaults that the example shows are those in force', () => {
  expect(readSettings(uncommented)).toEqual(readSettings({}));
});
