import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
  InteractionResponseType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  Routes,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox, textOf } from '../src/index.ts';
import { connect } from './client.ts';
import { type Refusal, refusal } from './refusal.ts';

let sandbox: Sandbox;
let client: Client<true>;
let onInteraction: (interaction: Interaction) => unknown;
/** By how many milliseconds the sandbox's clock is ahead of the real one. */
let ahead = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false, now: () => Date.now() + ahead });
  client = await connect(sandbox);
  client.on(Events.InteractionCreate, (interaction) => void onInteraction(interaction));
  await client.application.commands.set([
    {
      name: 'ask',
      description: 'Ask.',
      options: [
        { type: 3, name: 'question', description: 'What.', autocomplete: true },
        { type: 5, name: 'private', description: 'Only for you.' },
      ],
    },
    { type: 3, name: 'Find in articles' },
  ]);
});

afterAll(async () => {
  await client.destroy();
  await sandbox.close();
});

beforeEach(() => {
  ahead = 0;
});

/** What the bot does with the next slash commands. */
function onSlash(handle: (interaction: ChatInputCommandInteraction) => Promise<unknown>): void {
  onInteraction = (interaction) => interaction.isChatInputCommand() && handle(interaction);
}

const ROW = {
  type: 1,
  components: [{ type: 2, style: 1, label: 'More', custom_id: 'more:1' }],
} as const;

/** A message with a button, and what the bot does when it is pressed. */
async function pressed(handle: (interaction: ButtonInteraction) => Promise<unknown>) {
  onSlash((slash) => slash.reply({ content: 'first', components: [ROW] }));
  const { message } = await sandbox.user('ada').slash('general', 'ask');
  if (!message) throw new Error('no message');
  onInteraction = (interaction) => interaction.isButton() && handle(interaction);
  return sandbox.user('dev').press(message, 'More');
}

describe('a slash command', () => {
  it('shows the reply to everybody', async () => {
    onSlash((slash) => slash.reply(`You asked ${slash.options.getString('question')}`));
    const { message, ephemeral } = await sandbox
      .user('ada')
      .slash('general', 'ask', { question: 'why' });
    expect(message?.content).toBe('You asked why');
    expect(ephemeral).toBe(false);
    expect(sandbox.user('ben').seen('general')).toContain(message);
  });

  it('shows an ephemeral reply to its user only', async () => {
    onSlash((slash) => slash.reply({ content: 'psst', flags: MessageFlags.Ephemeral }));
    const { message, ephemeral } = await sandbox.user('ada').slash('general', 'ask');
    expect(ephemeral).toBe(true);
    expect(sandbox.user('ada').seen('general')).toContain(message);
    expect(sandbox.user('ben').seen('general')).not.toContain(message);
  });

  it('is heard of by the bot as a message, unless its reply is ephemeral', async () => {
    const heard: string[] = [];
    client.on(Events.MessageCreate, ({ content }) => heard.push(content));
    const ada = sandbox.user('ada');
    onSlash((slash) => slash.reply({ content: 'psst', flags: MessageFlags.Ephemeral }));
    await ada.slash('general', 'ask');
    onSlash((slash) => slash.reply('aloud'));
    await ada.slash('general', 'ask');
    await expect.poll(() => heard).toContain('aloud');
    expect(heard).not.toContain('psst');
  });

  it('waits for the edit after a deferred response, which may be Components V2', async () => {
    onSlash(async (slash) => {
      await slash.deferReply({ flags: MessageFlags.Ephemeral });
      await slash.editReply({
        flags: MessageFlags.IsComponentsV2,
        components: [{ type: 10, content: 'late' }],
      });
    });
    const outcome = await sandbox.user('ada').slash('general', 'ask');
    expect(outcome).toMatchObject({ deferred: true, ephemeral: true, failure: null });
    expect(outcome.message && textOf(outcome.message)).toBe('late');
  });

  it('is told who, where and in which language', async () => {
    const seen: unknown[] = [];
    onSlash((slash) => {
      seen.push(slash.user.username, slash.channel?.id, slash.locale, slash.inCachedGuild());
      return slash.reply('ok');
    });
    const emi = sandbox.user('emi');
    emi.locale = 'de';
    await emi.slash('questions', 'ask');
    expect(seen).toEqual(['emi', sandbox.channel('questions').id, 'de', true]);
  });

  it('works in a DM', async () => {
    onSlash((slash) => slash.reply(`guild ${slash.guildId}`));
    const ada = sandbox.user('ada');
    const { message } = await ada.slash(ada.dmChannel, 'ask');
    expect(message?.content).toBe('guild null');
  });

  it('is not sent with an option that it does not have', () => {
    const slash = () => sandbox.user('ada').slash('general', 'ask', { nothing: 1 });
    expect(slash).toThrow('no option "nothing"');
  });
});

describe('the first response', () => {
  it('fails after three seconds, for the person and for the bot', async () => {
    let late: Promise<Refusal> | undefined;
    onSlash(async (slash) => {
      await new Promise((resolve) => setTimeout(resolve, 3050));
      late = refusal(slash.reply('late'));
    });
    const { failure, message } = await sandbox.user('ada').slash('general', 'ask');
    expect([failure, message]).toEqual(['The application did not respond', null]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await late).toMatchObject({ status: 404, code: 10062 });
  });

  it('can be given once only', async () => {
    const path = (slash: Interaction) => Routes.interactionCallback(slash.id, slash.token);
    const body = { type: InteractionResponseType.ChannelMessageWithSource, data: { content: 'x' } };
    const second = new Promise<Refusal>((resolve) => {
      onSlash(async (slash) => {
        await slash.reply('x');
        resolve(await refusal(client.rest.post(path(slash), { body, auth: false })));
      });
    });
    await sandbox.user('ada').slash('general', 'ask');
    expect(await second).toMatchObject({ status: 400, code: 40060 });
  });

  it('defers with no flag but EPHEMERAL', async () => {
    const refused = new Promise<Refusal>((resolve) => {
      onSlash(async (slash) => {
        const type = InteractionResponseType.DeferredChannelMessageWithSource;
        const body = { type, data: { flags: MessageFlags.IsComponentsV2 } };
        const path = Routes.interactionCallback(slash.id, slash.token);
        resolve(await refusal(client.rest.post(path, { body, auth: false })));
        await slash.reply('x');
      });
    });
    await sandbox.user('ada').slash('general', 'ask');
    expect(await refused).toMatchObject({
      code: 50035,
      errors: ['data.flags: INTERACTION_CALLBACK_DEFERRED_FLAGS'],
    });
  });

  it('is checked like a message, with paths below data', async () => {
    const refused = new Promise<Refusal>((resolve) => {
      onSlash(async (slash) => {
        resolve(await refusal(slash.reply('x'.repeat(2001))));
        await slash.reply('x');
      });
    });
    await sandbox.user('ada').slash('general', 'ask');
    expect(await refused).toMatchObject({
      status: 400,
      errors: ['data.content: BASE_TYPE_MAX_LENGTH'],
    });
  });

  it('comes back with its message where that is asked for', async () => {
    const response = new Promise((resolve) => {
      onSlash(async (slash) => {
        const { resource } = await slash.reply({ content: 'x', withResponse: true });
        resolve(resource?.message?.id);
      });
    });
    const { message } = await sandbox.user('ada').slash('general', 'ask');
    expect(await response).toBe(message?.id);
  });
});

describe('the webhook of an interaction', () => {
  it('changes, adds to and deletes what was said', async () => {
    let done: (() => void) | undefined;
    const finished = new Promise<void>((resolve) => {
      done = resolve;
    });
    onSlash(async (slash) => {
      await slash.reply('one');
      await slash.editReply('two');
      const further = await slash.followUp({ content: 'f', flags: MessageFlags.Ephemeral });
      await slash.webhook.editMessage(further, 'three');
      await slash.deleteReply();
      done?.();
    });
    const outcome = await sandbox.user('ada').slash('general', 'ask');
    await finished;
    expect(outcome.message).toMatchObject({ content: 'two', deleted: true });
    expect(outcome.followUps).toMatchObject([
      { content: 'three', ephemeral_to: sandbox.user('ada').id },
    ]);
  });

  it('puts the first further message in the place of a deferred response', async () => {
    onSlash(async (slash) => {
      await slash.deferReply();
      await slash.followUp('instead');
    });
    const { message, followUps } = await sandbox.user('ada').slash('general', 'ask');
    expect(message?.content).toBe('instead');
    expect(followUps).toEqual([]);
  });

  it('is unknown before the first response', async () => {
    const refused = new Promise<Refusal>((resolve) => {
      onSlash(async (slash) => {
        resolve(await refusal(slash.webhook.send('early')));
        await slash.reply('x');
      });
    });
    await sandbox.user('ada').slash('general', 'ask');
    expect(await refused).toMatchObject({ status: 404, code: 10015 });
  });

  it('ends after 15 minutes', async () => {
    let slash: ChatInputCommandInteraction | undefined;
    onSlash((one) => {
      slash = one;
      return one.reply('x');
    });
    await sandbox.user('ada').slash('general', 'ask');
    ahead = 15 * 60_000 + 1000;
    const path = Routes.webhookMessage(client.application.id, slash?.token ?? '', '@original');
    const edit = client.rest.patch(path, { body: { content: 'y' }, auth: false });
    expect(await refusal(edit)).toMatchObject({ status: 401, code: 50027 });
  });
});

describe('a button', () => {
  it('changes its message', async () => {
    const outcome = await pressed((button) => button.update({ content: 'second', components: [] }));
    expect(outcome).toMatchObject({ updated: true, message: { content: 'second' } });
  });

  it('changes its message later, after a deferred update', async () => {
    const outcome = await pressed(async (button) => {
      await button.deferUpdate();
      await button.editReply({ content: 'later' });
    });
    expect(outcome).toMatchObject({ updated: true, deferred: true, message: { content: 'later' } });
  });

  it('answers privately with a message of its own', async () => {
    const { message, updated } = await pressed((button) =>
      button.reply({ content: `${button.customId}`, flags: MessageFlags.Ephemeral }),
    );
    expect(updated).toBe(false);
    expect(message).toMatchObject({ content: 'more:1', ephemeral_to: sandbox.user('dev').id });
  });

  it('can be pressed on a message that only this person sees', async () => {
    onSlash((slash) =>
      slash.reply({ content: 'x', components: [ROW], flags: MessageFlags.Ephemeral }),
    );
    const { message } = await sandbox.user('ada').slash('general', 'ask');
    onInteraction = (interaction) => interaction.isButton() && interaction.update('pressed');
    if (!message) throw new Error('no message');
    expect(() => sandbox.user('ben').press(message, 'More')).toThrow('do not see');
    await sandbox.user('ada').press(message, 'More');
    expect(message.content).toBe('pressed');
  });

  it('tells the person when the bot does not answer', async () => {
    const outcome = await pressed(async () => {});
    expect(outcome.failure).toBe('This interaction failed');
  });
});

describe('autocomplete', () => {
  it('hands the bot what was typed and the person the choices', async () => {
    onInteraction = (interaction) =>
      interaction.isAutocomplete() &&
      interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: 'v' }]);
    const choices = await sandbox.user('ada').autocomplete('general', 'ask', 'question', 'wh');
    expect(choices).toEqual([{ name: 'wh!', value: 'v' }]);
  });

  it('takes at most 25 choices', async () => {
    const refused = new Promise<Refusal>((resolve) => {
      onInteraction = async (interaction) => {
        if (!interaction.isAutocomplete()) return;
        const choices = Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` }));
        resolve(await refusal(interaction.respond(choices)));
        await interaction.respond([]);
      };
    });
    await sandbox.user('ada').autocomplete('general', 'ask', 'question', 'x');
    expect((await refused).errors).toEqual(['data.choices: BASE_TYPE_MAX_LENGTH']);
  });
});

describe('a message command', () => {
  it('hands the bot the whole message, though it may not read messages', async () => {
    onInteraction = (interaction) =>
      interaction.isMessageContextMenuCommand() &&
      (interaction as MessageContextMenuCommandInteraction).reply(
        `found ${interaction.targetMessage.content}`,
      );
    const said = sandbox.user('ben').say('general', 'the flood of 2021');
    const { message } = await sandbox.user('ada').contextMenu(said, 'Find in articles');
    expect(message?.content).toBe('found the flood of 2021');
  });
});
