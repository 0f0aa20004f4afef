import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  RESTJSONErrorCodes,
  type RepliableInteraction,
} from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import { askCommand } from '../commands/ask.ts';
import { findCommand } from '../commands/find.ts';
import * as plain from '../commands/plain.ts';
import { sourceCommand, sourcesCommand } from '../commands/sources.ts';
import { customIdsOf } from '../read/components.ts';
import { line } from '../render/components.ts';
import { handleAbout, handleForgetMe } from './about.ts';
import { handleGaps, handleStatus, isAdmin } from './admin.ts';
import { handleAsk } from './ask.ts';
import { handleCallHuman } from './call-human.ts';
import { handleAutocomplete } from './complete.ts';
import { handleDelete, handleVote } from './feedback.ts';
import { handleFind } from './find.ts';
import { handleSource, handleSources, handleSourcesPage, handleTurn } from './look-up.ts';
import { handleMore, handleQuoted, handleSameArticle } from './quote-buttons.ts';
import { readerOf } from './reader.ts';
import { handleReindex } from './reindex.ts';
import { codeOf, respond, respondPrivately } from './send.ts';

type Handler = (bot: Bot, interaction: ChatInputCommandInteraction) => Promise<void>;

const everybody: Record<string, Handler> = {
  [askCommand.name]: handleAsk,
  [sourceCommand.name]: handleSource,
  [sourcesCommand.name]: handleSources,
  [plain.aboutCommand.name]: handleAbout,
  [plain.forgetMeCommand.name]: handleForgetMe,
};

const admins: Record<string, Handler> = {
  [plain.reindexCommand.name]: handleReindex,
  [plain.statusCommand.name]: handleStatus,
  [plain.gapsCommand.name]: handleGaps,
};

/** Any interaction: exactly one answer, also when something fails. */
export async function handleInteraction(bot: Bot, interaction: Interaction): Promise<void> {
  try {
    if (interaction.isAutocomplete()) await handleAutocomplete(bot, interaction);
    else if (interaction.isChatInputCommand()) await handleCommand(bot, interaction);
    else if (interaction.isButton()) await handleButton(bot, interaction);
    else if (
      interaction.isMessageContextMenuCommand() &&
      interaction.commandName === findCommand.name
    ) {
      await handleFind(bot, interaction);
    } else if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
      await refuseForeign(bot, interaction);
    }
  } catch (error) {
    const errorId = bot.report(error, 'interaction');
    if (interaction.isRepliable() && !isOver(error)) await apologize(bot, interaction, errorId);
  }
}

async function handleCommand(bot: Bot, interaction: ChatInputCommandInteraction): Promise<void> {
  const { commandName } = interaction;
  const admin = admins[commandName];
  if (admin) return (await isAdmin(bot, interaction)) ? admin(bot, interaction) : undefined;
  const handler = everybody[commandName];
  if (!handler) throw new Error(`There is no command ${commandName}.`);
  await handler(bot, interaction);
}

async function handleButton(bot: Bot, interaction: ButtonInteraction): Promise<void> {
  const decoded = bot.ids.decode(interaction.customId, interaction.guildId);
  if (decoded.kind === 'stale') {
    const { words } = viewFor(bot, readerOf(interaction, true));
    return respond(interaction, line(words.staleButton), true);
  }
  // A button of another card must not change or delete this one.
  const isThere = customIdsOf(interaction.message).includes(interaction.customId);
  if (decoded.kind !== 'ours' || !isThere) return refuseForeign(bot, interaction);
  const { action, part } = decoded;
  switch (action.do) {
    case 'context':
    case 'cite':
      return handleQuoted(bot, interaction, action);
    case 'same':
      return handleSameArticle(bot, interaction, action, part);
    case 'more':
      return handleMore(bot, interaction, action, part);
    case 'good':
    case 'bad':
      return handleVote(bot, interaction, action, part);
    case 'delete':
      return handleDelete(bot, interaction, action);
    case 'look':
    case 'turn':
      return handleTurn(bot, interaction, action);
    case 'list':
      return handleSourcesPage(bot, interaction, action);
    case 'human':
      return handleCallHuman(bot, interaction, action, part);
  }
}

/** For what the bot never made: menus, forms, and buttons that are not on the card. */
async function refuseForeign(bot: Bot, interaction: RepliableInteraction): Promise<void> {
  const { words } = viewFor(bot, readerOf(interaction, true));
  await respond(interaction, line(words.foreignButton), true);
}

/** The interaction died: nobody can be answered any more. */
function isOver(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code === RESTJSONErrorCodes.UnknownInteraction ||
    code === RESTJSONErrorCodes.InvalidWebhookToken
  );
}

async function apologize(
  bot: Bot,
  interaction: RepliableInteraction,
  errorId: string,
): Promise<void> {
  const { words } = viewFor(bot, readerOf(interaction, true));
  await respondPrivately(interaction, line(words.failed(errorId))).catch((error) =>
    bot.log.error({ err: error, errorId }, 'could not even apologize'),
  );
}
