import { type APIApplicationCommand, type Client, Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../src/index.ts';
import { connect } from './client.ts';
import { refusal } from './refusal.ts';

let sandbox: Sandbox;
let client: Client<true>;
let path: `/${string}`;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  client = await connect(sandbox);
  path = Routes.applicationCommands(client.application.id);
});

afterAll(async () => {
  await client.destroy();
  await sandbox.close();
});

const command = (more: object = {}) => ({ name: 'ask', description: 'Ask.', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'text', description: 'Text.', ...more });

const REFUSED: [title: string, body: object[], errors: string[]][] = [
  [
    'a capital in the name',
    [command({ name: 'Ask' })],
    ['0.name: APPLICATION_COMMAND_INVALID_NAME'],
  ],
  ['a space in the name', [command({ name: 'a b' })], ['0.name: APPLICATION_COMMAND_INVALID_NAME']],
  [
    'a capital in a translated name',
    [command({ name_localizations: { de: 'Frag' } })],
    ['0.name_localizations.de: APPLICATION_COMMAND_INVALID_NAME'],
  ],
  [
    'a name of 33 characters',
    [command({ name: 'x'.repeat(33) })],
    ['0.name: BASE_TYPE_MAX_LENGTH'],
  ],
  ['no description', [{ name: 'ask' }], ['0.description: BASE_TYPE_REQUIRED']],
  [
    'a description of 101 characters',
    [command({ description: 'x'.repeat(101) })],
    ['0.description: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a name that another has',
    [command(), command()],
    ['1.name: APPLICATION_COMMANDS_DUPLICATE_NAME'],
  ],
  [
    'a required option after an optional one',
    [command({ options: [option(), option({ name: 'b', required: true })] })],
    ['0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  ],
  [
    'two options of one name',
    [command({ options: [option(), option()] })],
    ['0.options.1.name: APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED'],
  ],
  [
    'an option with autocomplete and choices',
    [command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
    ['0.options.0: APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES'],
  ],
  [
    '26 options',
    [command({ options: Array.from({ length: 26 }, (_, i) => option({ name: `o${i}` })) })],
    ['0.options: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a context menu with a description',
    [{ type: 3, name: 'Find', description: 'x' }],
    ['0.description: APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION'],
  ],
  [
    'permissions that are no number',
    [command({ default_member_permissions: 'ManageGuild' })],
    ['0.default_member_permissions: BITFIELD_TYPE'],
  ],
  [
    'more than 8,000 characters',
    [
      command({
        options: Array.from({ length: 4 }, (_, i) =>
          option({
            name: `o${i}`,
            choices: Array.from({ length: 25 }, (_, j) => ({
              name: `${j}`.padEnd(50, 'x'),
              value: `${j}`.padEnd(50, 'x'),
            })),
          }),
        ),
      }),
    ],
    ['0: APPLICATION_COMMAND_TOO_LARGE'],
  ],
];

describe('a set of commands', () => {
  it.each(REFUSED)('is refused with %s', async (_title, body, errors) => {
    const refused = await refusal(client.rest.put(path, { body }));
    expect(refused).toEqual({ status: 400, code: 50035, errors });
  });

  it('is refused with 101 slash commands', async () => {
    const body = Array.from({ length: 101 }, (_, i) => command({ name: `c${i}` }));
    expect((await refusal(client.rest.put(path, { body }))).code).toBe(50035);
  });

  it('keeps the id of a command that was there, with a new version', async () => {
    const put = () =>
      client.rest.put(path, { body: [command()] }) as Promise<APIApplicationCommand[]>;
    const [before] = await put();
    const [after] = await put();
    expect(after?.id).toBe(before?.id);
    expect(after?.version).not.toBe(before?.version);
  });

  it('replaces the commands that were there', async () => {
    await client.application.commands.set([command()]);
    await client.application.commands.set([command({ name: 'other' })]);
    const names = (await client.application.commands.fetch()).map(({ name }) => name);
    expect(names).toEqual(['other']);
  });

  it('is kept apart from those of a guild', async () => {
    await client.application.commands.set([command()]);
    await client.application.commands.set([command({ name: 'here' })], sandbox.guildId);
    const found = await client.application.commands.fetch({ guildId: sandbox.guildId });
    expect(found.map(({ name }) => name)).toEqual(['here']);
    await client.application.commands.set([], sandbox.guildId);
  });
});

describe('one command', () => {
  it('is made, changed and deleted', async () => {
    await client.application.commands.set([]);
    const made = await client.application.commands.create(command());
    const changed = await client.application.commands.edit(made, { description: 'New.' });
    expect(changed.id).toBe(made.id);
    expect(changed.description).toBe('New.');
    await client.application.commands.delete(made);
    expect((await client.application.commands.fetch()).size).toBe(0);
  });
});

describe('the client of a person', () => {
  it('offers a command only to those who have its permissions', async () => {
    const body = command({ default_member_permissions: '32' });
    await client.application.commands.set([body]);
    const offered = (name: string) => sandbox.user(name).commands('general').length;
    expect([offered('ben'), offered('dev')]).toEqual([1, 0]);
  });

  it('offers a command only in the contexts it names', async () => {
    await client.application.commands.set([command({ contexts: [0] })]);
    const ada = sandbox.user('ada');
    expect(ada.commands('general')).toHaveLength(1);
    expect(ada.commands(ada.dmChannel)).toHaveLength(0);
  });
});
