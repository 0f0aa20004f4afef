import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
  type RepliableInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import type { Action } from '../buttons/custom-id.ts';
import { askCommand } from '../commands/ask.ts';
import { answerCommand, findCommand } from '../commands/find.ts';
import * as plain from '../commands/plain.ts';
import { sourceCommand, sourcesCommand } from '../commands/sources.ts';
import { checkQuoteCommand, verifyCommand } from '../commands/verify.ts';
import { line } from '../render/components.ts';
import { handleAbout, handleForgetMe } from './about.ts';
import { handleGaps, handleStatus, isAdmin } from './admin.ts';
import { handleAnswerMessage } from './answer-message.ts';
import { handleAsk } from './ask.ts';
import { handleCallHuman } from './call-human.ts';
import { handleAutocomplete } from './complete.ts';
import { handleDelete, handleVote } from './feedback.ts';
import { handleFind } from './find.ts';
import { handleSource, handleSources, handleSourcesPage, handleTurn } from './look-up.ts';
import {
  handlePostChecked,
  handlePostContext,
  handlePostFound,
  handlePostParagraph,
} from './post-shown.ts';
import { handleContext, handleMore, handlePostAnswer, handleSameArticle } from './quote-buttons.ts';
import { handleOpen, handleRead } from './read-article.ts';
import { readerOf } from './reader.ts';
import { handleReindex } from './reindex.ts';
import { respond } from './send.ts';
import { handleCheckQuote, handleVerify } from './verify.ts';

type Handler = (bot: Bot, interaction: ChatInputCommandInteraction) => Promise<void>;

const everybody: Record<string, Handler> = {
  [askCommand.name]: handleAsk,
  [verifyCommand.name]: handleVerify,
  [sourceCommand.name]: handleSource,
  [sourcesCommand.name]: handleSources,
  [plain.aboutCommand.name]: handleAbout,
  [plain.forgetMeCommand.name]: handleForgetMe,
};

const menus: Record<string, (bot: Bot, on: MessageContextMenuCommandInteraction) => Promise<void>> =
  {
    [findCommand.name]: handleFind,
    [answerCommand.name]: handleAnswerMessage,
    [checkQuoteCommand.name]: handleCheckQuote,
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
    else if (interaction.isStringSelectMenu()) await handleMenu(bot, interaction);
    else if (interaction.isMessageContextMenuCommand()) {
      await menus[interaction.commandName]?.(bot, interaction);
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

async function handleMenu(bot: Bot, interaction: StringSelectMenuInteraction): Promise<void> {
  const action = await actionOf(bot, interaction);
  if (action?.do === 'open') await handleOpen(bot, interaction);
  else if (action) await refuse(bot, interaction, 'foreign');
}

/** What a button or menu says; undefined where it is none of this bot's, which the member is told. */
async function actionOf(
  bot: Bot,
  interaction: ButtonInteraction | StringSelectMenuInteraction,
): Promise<Action | undefined> {
  const decoded = bot.ids.decode(interaction.customId, interaction.guildId);
  if (decoded.kind === 'ours') return decoded.action;
  await refuse(bot, interaction, decoded.kind);
  return undefined;
}

function refuse(
  bot: Bot,
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  kind: 'stale' | 'foreign',
): Promise<void> {
  const { words } = viewFor(bot, readerOf(interaction, true));
  const why = kind === 'stale' ? words.staleButton : words.foreignButton;
  return respond(interaction, line(why), true);
}

async function handleButton(bot: Bot, interaction: ButtonInteraction): Promise<void> {
  const action = await actionOf(bot, interaction);
  switch (action?.do) {
    case undefined:
      return;
    case 'open':
      return refuse(bot, interaction, 'foreign');
    case 'context':
      return handleContext(bot, interaction, action);
    case 'same':
      return handleSameArticle(bot, interaction, action);
    case 'more':
      return handleMore(bot, interaction, action);
    case 'good':
    case 'bad':
      return handleVote(bot, interaction, action);
    case 'delete':
      return handleDelete(bot, interaction, action);
    case 'look':
    case 'turn':
      return handleTurn(bot, interaction, action);
    case 'list':
      return handleSourcesPage(bot, interaction, action);
    case 'human':
      return handleCallHuman(bot, interaction, action);
    case 'read':
      return handleRead(bot, interaction, action);
    case 'post':
      return handlePostAnswer(bot, interaction, action);
    case 'postFound':
      return handlePostFound(bot, interaction, action);
    case 'postChecked':
      return handlePostChecked(bot, interaction);
    case 'postContext':
      return handlePostContext(bot, interaction, action);
    case 'postParagraph':
      return handlePostParagraph(bot, interaction, action);
  }
}

/** The interaction died: nobody can be answered any more. */
function isOver(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.UnknownInteraction ||
      error.code === RESTJSONErrorCodes.InvalidWebhookToken)
  );
}

async function apologize(
  bot: Bot,
  interaction: RepliableInteraction,
  errorId: string,
): Promise<void> {
  const { words } = viewFor(bot, readerOf(interaction, true));
  const sorry = line(words.failed(errorId));
  const send = interaction.replied
    ? interaction.followUp({ ...sorry, flags: sorry.flags | MessageFlags.Ephemeral })
    : respond(interaction, sorry, true);
  await send.catch((error) => bot.log.error({ err: error, errorId }, 'could not even apologize'));
}
