import type { Sandbox } from '@pullquote/sandbox';
import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  Client,
  Events,
  GatewayIntentBits,
  type Message,
  MessageFlags,
  Partials,
} from 'discord.js';

const TITLES = ['The flood of 2021', 'The flood barrier', 'A winter of strikes'];

const text = (content: string) => ({ type: 10, content }) as const;

/** A card with all the parts that a bot of this kind uses. */
function card(question: string) {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [
      {
        type: 17,
        accent_color: 0x5865f2,
        components: [
          text(`-# You asked: ${question}`),
          text(
            [
              '> The river rose by four metres within a night. **By six in the morning the bridge at Altenahr was gone.** Nobody had been warned in time.',
              '-# [**The flood of 2021**](https://articles.example/flood) · Ada Winter · <t:1626307200:D> · ¶ 4',
            ].join('\n'),
          ),
          { type: 14, divider: true, spacing: 1 },
          {
            type: 9,
            components: [text('How sure: **87 %**')],
            accessory: { type: 2, style: 5, label: 'Article', url: 'https://articles.example/' },
          },
          {
            type: 1,
            components: [
              { type: 2, style: 2, label: 'Context', custom_id: 'context', emoji: { name: '📖' } },
              { type: 2, style: 1, label: 'More', custom_id: 'more' },
              { type: 2, style: 2, custom_id: 'up', emoji: { name: '👍' } },
              { type: 2, style: 2, label: 'Same article', custom_id: 'same', disabled: true },
              { type: 2, style: 4, label: 'Delete', custom_id: 'delete' },
            ],
          },
          {
            type: 1,
            components: [
              {
                type: 3,
                custom_id: 'pick',
                placeholder: 'Look an article up',
                options: TITLES.map((label) => ({ label, value: label })),
              },
            ],
          },
        ],
      },
    ],
  } as const;
}

async function onMessage(message: Message): Promise<void> {
  if (message.author.bot) return;
  const asked = message.content.replace(/<@!?\d+>/g, '').trim();
  if (!asked) return;
  if (message.channel.isSendable()) await message.channel.sendTyping();
  if (asked === 'markdown') await message.reply(MARKDOWN);
  else await message.reply(card(asked));
}

const MARKDOWN = [
  '# Heading',
  '**bold** *italic* __under__ ~~struck~~ `code` ||secret||',
  '- one',
  '- two',
  '> quoted',
  '<img src=x onerror=alert(1)> [no](javascript:alert(1)) https://articles.example/a_b_c',
  '```js\nconst x = "<b>";\n```',
].join('\n');

async function onCommand(command: ChatInputCommandInteraction): Promise<void> {
  const question = command.options.getString('question') ?? '';
  if (question === 'silence') return;
  if (command.options.getBoolean('private')) {
    await command.deferReply({ flags: MessageFlags.Ephemeral });
    await new Promise((resolve) => setTimeout(resolve, 300));
  } else await command.deferReply();
  await command.editReply(card(question));
}

async function onButton(button: ButtonInteraction): Promise<void> {
  if (button.customId === 'more') {
    await button.update({ components: [{ type: 17, components: [text('The next quotes')] }] });
  } else if (button.customId === 'delete') {
    await button.deferUpdate();
    await button.deleteReply();
  } else {
    await button.reply({
      content: `You pressed ${button.customId}`,
      flags: MessageFlags.Ephemeral,
    });
  }
}

/** Logs a small bot in that shows what the page has to draw. */
export async function startDemoBot(sandbox: Sandbox): Promise<Client<true>> {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: { api: sandbox.apiUrl },
  });
  client.on(Events.MessageCreate, onMessage);
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isAutocomplete()) {
      const typed = interaction.options.getFocused().toLowerCase();
      const found = TITLES.filter((title) => title.toLowerCase().includes(typed));
      await interaction.respond(found.map((name) => ({ name, value: `id:${name}` })));
    } else if (interaction.isChatInputCommand()) await onCommand(interaction);
    else if (interaction.isButton()) await onButton(interaction);
    else if (interaction.isStringSelectMenu()) {
      const content = `You picked ${interaction.values.join()}`;
      await interaction.reply({ content, flags: MessageFlags.Ephemeral });
    } else if (interaction.isMessageContextMenuCommand()) {
      await interaction.reply(`Searched for: ${interaction.targetMessage.content}`);
    }
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  await ready;
  await client.application?.commands.set([
    {
      name: 'ask',
      description: 'Ask the articles a question.',
      options: [
        { type: 3, name: 'question', description: 'What you want to know.', required: true },
        { type: 3, name: 'article', description: 'In this article only.', autocomplete: true },
        { type: 5, name: 'private', description: 'Show the answer to you only.' },
      ],
    },
    { name: 'about', description: 'What this bot knows.' },
    { name: 'status', description: 'For admins.', defaultMemberPermissions: 'ManageGuild' },
    { type: 3, name: 'Find in articles' },
  ]);
  return client as Client<true>;
}
