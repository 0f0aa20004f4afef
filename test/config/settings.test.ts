import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/config/settings.ts';
import { SettingError } from '../../src/errors.ts';

const ID = '123456789012345678';

describe('readSettings', () => {
  it('has a default for everything', () => {
    expect(readSettings({}).DISCORD_TOKEN).toBeUndefined();
    expect(readSettings({})).toMatchObject({
      ANSWER_CHANNELS: [],
      KEEP_QUESTIONS_DAYS: 0,
      QUEUE_LIMIT: 50,
      NO_OPEN: false,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    const empty = { DISCORD_TOKEN: '', HELPERS_ROLE: '', QUEUE_LIMIT: '', LOG_LEVEL: '', CI: '0' };
    expect(readSettings(empty)).toEqual(readSettings({}));
  });

  it('reads lists of ids and addresses', () => {
    const settings = readSettings({
      ANSWER_CHANNELS: `${ID}, ${ID}`,
      DISCORD_API_URL: 'http://127.0.0.1:8080/api/',
      CI: 'true',
    });
    expect(settings.ANSWER_CHANNELS).toEqual([ID, ID]);
    expect(settings.DISCORD_API_URL).toBe('http://127.0.0.1:8080/api');
    expect(settings.CI).toBe(true);
  });

  it.each([
    ['ANSWER_CHANNELS', '#general', 'must be ids (17 to 20 digits)'],
    ['HELPERS_ROLE', '@helpers', 'must be the id of a role'],
    ['KEEP_QUESTIONS_DAYS', '-1', 'must be a whole number from 0 to 365'],
    ['QUESTIONS_PER_MINUTE', 'many', 'must be a whole number from 1 to 1000'],
    ['LOG_LEVEL', 'loud', 'must be one of fatal, error'],
    ['DISCORD_API_URL', 'discord.example', 'must be an address'],
  ])('names %s, its value and what is allowed when it is %j', (name, value, allowed) => {
    const read = () => readSettings({ [name]: value });
    expect(read).toThrow(SettingError);
    expect(read).toThrow(`${name}=${value} ${allowed}`);
  });

  it('never prints the address of a store, which may hold a password', () => {
    const read = () => readSettings({ STORE_URL: 'mysql://user:password@host/database' });
    expect(read).toThrow('STORE_URL=(hidden) must be an address such as postgres://');
  });

  it('never prints a token', () => {
    const read = () => readSettings({ DISCORD_TOKEN: 'a secret with blanks' });
    expect(read).toThrow('DISCORD_TOKEN=(hidden) must be the token');
  });
});
