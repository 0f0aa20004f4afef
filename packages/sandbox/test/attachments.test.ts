import { ApplicationCommandOptionType, type Attachment, type Client, Events } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../src/index.ts';
import { connect } from './client.ts';

let sandbox: Sandbox;
let client: Client<true>;
let received: Attachment | null;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  client = await connect(sandbox);
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    received = interaction.options.getAttachment('file');
    await interaction.reply('Thank you.');
  });
  const type = ApplicationCommandOptionType.Attachment;
  const options = [{ type, name: 'file', description: 'Which.' }] as const;
  await client.application.commands.set([{ name: 'add', description: 'Add.', options }]);
});
afterAll(async () => {
  await client.destroy();
  await sandbox.close();
});

const add = (file: { name: string; bytes: Uint8Array; type?: string }) =>
  sandbox.user('dev').slash('general', 'add', { file });
const get = () => fetch(received?.url ?? '');

describe('a file that is sent with a command', () => {
  it('reaches the bot as name, size and address', async () => {
    await add({ name: 'a report.md', bytes: Buffer.from('# Hello'), type: 'text/markdown' });
    expect(received).toMatchObject({ name: 'a_report.md', size: 7, contentType: 'text/markdown' });
    const response = await get();
    expect(await response.text()).toBe('# Hello');
    expect(response.headers.get('content-type')).toContain('text/markdown');
  });

  it('is never shown as a page of the sandbox’s own', async () => {
    await add({ name: 'a.html', bytes: Buffer.from('<script>'), type: 'text/html' });
    expect((await get()).headers.get('content-disposition')).toBe('attachment');
  });

  it('is not there under another name', async () => {
    await add({ name: 'a.md', bytes: Buffer.from('A') });
    expect((await fetch(`${received?.url}x`)).status).toBe(404);
  });

  it('is refused by the client from 10 MB on', async () => {
    const bytes = Buffer.alloc(10 * 2 ** 20 + 1);
    expect(() => add({ name: 'a.pdf', bytes })).toThrow('too powerful');
  });

  it('can be uploaded by the sandbox’s page, not by another one', async () => {
    const path = `${sandbox.pageUrl}page/upload?name=a.md`;
    const upload = (origin: string) =>
      fetch(path, { method: 'POST', body: 'A', headers: { origin } });
    expect((await upload('https://elsewhere.example')).status).toBe(403);
    const response = await upload(new URL(sandbox.pageUrl).origin);
    const { id } = (await response.json()) as { id: string };
    await sandbox.user('dev').slash('general', 'add', { file: id });
    expect(await (await get()).text()).toBe('A');
  });
});
