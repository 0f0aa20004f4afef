import { ButtonStyle, type Client, ComponentType, MessageFlags, Routes } from 'discord.js';
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
  path = Routes.channelMessages(sandbox.channel('general').id);
});

afterAll(async () => {
  await client.destroy();
  await sandbox.close();
});

const V2 = MessageFlags.IsComponentsV2;
const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const button = (custom_id: string, more: object = {}) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  label: 'Press',
  custom_id,
  ...more,
});

/** Every body that Discord refuses, with where it says what is wrong. */
const REFUSED: [title: string, body: object, errors: string[]][] = [
  ['content of 2,001 characters', { content: 'x'.repeat(2001) }, ['content: BASE_TYPE_MAX_LENGTH']],
  [
    'embeds of more than 6,000 characters together',
    { embeds: [{ description: 'x'.repeat(3001) }, { description: 'x'.repeat(3000) }] },
    ['embeds: MAX_EMBED_SIZE_EXCEEDED'],
  ],
  ['an embed without anything', { embeds: [{}] }, ['embeds.0.description: BASE_TYPE_REQUIRED']],
  [
    'an embed field without a name',
    { embeds: [{ title: 't', fields: [{ name: '', value: 'v' }] }] },
    ['embeds.0.fields.0.name: BASE_TYPE_REQUIRED'],
  ],
  [
    'eleven embeds',
    { embeds: Array.from({ length: 11 }, () => ({ title: 't' })) },
    ['embeds: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'six buttons in a row',
    { content: 'c', components: [row(...['1', '2', '3', '4', '5', '6'].map((id) => button(id)))] },
    ['components.0.components: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a row without buttons',
    { content: 'c', components: [row()] },
    ['components.0.components: BASE_TYPE_MIN_LENGTH'],
  ],
  [
    'six rows',
    { content: 'c', components: ['1', '2', '3', '4', '5', '6'].map((id) => row(button(id))) },
    ['components: BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a button without custom id',
    { content: 'c', components: [row({ type: 2, style: 1, label: 'x' })] },
    ['components.0.components.0.custom_id: BASE_TYPE_REQUIRED'],
  ],
  [
    'a custom id of 101 characters',
    { content: 'c', components: [row(button('x'.repeat(101)))] },
    ['components.0.components.0.custom_id: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a button label of 81 characters',
    { content: 'c', components: [row(button('x', { label: 'x'.repeat(81) }))] },
    ['components.0.components.0.label: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a button without label and emoji',
    { content: 'c', components: [row({ type: 2, style: 1, custom_id: 'x' })] },
    ['components.0.components.0.label: BASE_TYPE_REQUIRED'],
  ],
  [
    'a link button without address',
    { content: 'c', components: [row({ type: 2, style: 5, label: 'x' })] },
    ['components.0.components.0.url: BASE_TYPE_REQUIRED'],
  ],
  [
    'a link button to a script',
    { content: 'c', components: [row({ type: 2, style: 5, label: 'x', url: 'javascript:x' })] },
    ['components.0.components.0.url: URL_TYPE_INVALID_SCHEME'],
  ],
  [
    'a link button with a custom id',
    { content: 'c', components: [row(button('x', { style: 5, url: 'https://a.example' }))] },
    ['components.0.components.0.custom_id: BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE'],
  ],
  [
    'the same custom id twice',
    { content: 'c', components: [row(button('x'), button('x'))] },
    ['components.0.components.1.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  [
    'a select menu beside a button',
    {
      content: 'c',
      components: [
        row(button('x'), { type: 3, custom_id: 's', options: [{ label: 'a', value: 'a' }] }),
      ],
    },
    ['components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  ],
  [
    'two options of a select menu with one value',
    {
      content: 'c',
      components: [
        row({
          type: 3,
          custom_id: 's',
          options: [
            { label: 'a', value: 'a' },
            { label: 'b', value: 'a' },
          ],
        }),
      ],
    },
    ['components.0.components.0.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED'],
  ],
  [
    'Components V2 without their flag',
    { components: [text('x')] },
    ['components.0.type: UNION_TYPE_CHOICES'],
  ],
  [
    'content beside Components V2',
    { flags: V2, content: 'c', components: [text('x')] },
    ['content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  ],
  [
    'embeds beside Components V2',
    { flags: V2, embeds: [{ title: 't' }], components: [text('x')] },
    ['embeds: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  ],
  ['Components V2 without any', { flags: V2 }, ['components: BASE_TYPE_REQUIRED']],
  [
    '41 components, nested ones counted',
    {
      flags: V2,
      components: [{ type: 17, components: Array.from({ length: 40 }, () => text('x')) }],
    },
    ['components: COMPONENT_TOTAL_COUNT_EXCEEDED'],
  ],
  [
    '4,001 characters in Components V2',
    { flags: V2, components: [text('x'.repeat(2000)), text('x'.repeat(2001))] },
    ['components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
  ],
  [
    'a section without its accessory',
    { flags: V2, components: [{ type: 9, components: [text('x')] }] },
    ['components.0.accessory: BASE_TYPE_REQUIRED'],
  ],
  [
    'an unknown component',
    { flags: V2, components: [{ type: 99 }] },
    ['components.0.type: UNION_TYPE_CHOICES'],
  ],
  [
    'mentions that are allowed in two ways',
    { content: 'c', allowed_mentions: { parse: ['users'], users: ['1234567890123456789'] } },
    ['allowed_mentions.users: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  ],
  [
    'a reply to a message that is gone',
    { content: 'c', message_reference: { message_id: '1234567890123456789' } },
    ['message_reference: REPLIES_UNKNOWN_MESSAGE'],
  ],
  ['content that is no text', { content: 5 }, ['content: BASE_TYPE_BAD_TYPE']],
];

describe('a message', () => {
  it.each(REFUSED)('is refused with %s', async (_title, body, errors) => {
    const refused = await refusal(client.rest.post(path, { body }));
    expect(refused).toEqual({ status: 400, code: 50035, errors });
  });

  it('is refused as empty when nothing can be seen of it', async () => {
    const refused = await refusal(client.rest.post(path, { body: { content: ' \n' } }));
    expect(refused).toEqual({ status: 400, code: 50006, errors: [] });
  });

  it('is taken at its limits', async () => {
    const components = [
      { type: 17, components: Array.from({ length: 39 }, () => text('x'.repeat(100))) },
    ];
    await client.rest.post(path, { body: { content: 'x'.repeat(2000) } });
    await client.rest.post(path, { body: { flags: V2, components } });
  });

  it('cannot be turned back from Components V2 by an edit', async () => {
    const body = { flags: V2, components: [text('x')] };
    const { id } = (await client.rest.post(path, { body })) as { id: string };
    const edit = client.rest.patch(`${path}/${id}`, { body: { content: 'c', flags: 0 } });
    expect((await refusal(edit)).errors).toEqual([
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
  });

  it('replies to nothing where a missing message is no failure', async () => {
    const reference = { message_id: '1234567890123456789', fail_if_not_exists: false };
    const body = { content: 'c', message_reference: reference };
    expect(await client.rest.post(path, { body })).not.toHaveProperty('message_reference');
  });

  it('is posted once for one enforced nonce', async () => {
    const body = { content: 'once', nonce: '7', enforce_nonce: true };
    const first = (await client.rest.post(path, { body })) as { id: string };
    const second = (await client.rest.post(path, { body })) as { id: string };
    expect(second.id).toBe(first.id);
  });

  it('pings only whom allowed_mentions lets through', async () => {
    const { id } = sandbox.user('ben');
    const content = `<@${id}> @everyone`;
    const open = await client.rest.post(path, { body: { content } });
    const closed = await client.rest.post(path, {
      body: { content, allowed_mentions: { parse: [] } },
    });
    expect(open).toMatchObject({ mentions: [{ id }] });
    expect(closed).toMatchObject({ mentions: [], mention_everyone: false });
  });
});
