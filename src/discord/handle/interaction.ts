import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  RESTJSONErrorCodes,
  type RepliableInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { type Bot, viewFor } from '../bot.ts';
import type { Decoded } from '../buttons/custom-id.ts';
import { askCommand } from '../commands/ask.ts';
import { answerCommand, findCommand } from '../commands/find.ts';
import { sourceCommand, sourcesCommand } from '../commands/sources.ts';
import { checkQuoteCommand, verifyCommand } from '../commands/verify.ts';
import * as plain from '../commands/without-options.ts';
import { customIdsOf, line } from '../message/components.ts';
import { handleAbout, handleForgetMe } from './about.ts';
import { handleGaps, handleStatus, isAdmin } from './admin.ts';
import { handleAnswerMessage } from './answer-message.ts';
import { handleAsk } from './ask.ts';
import { handleAutocomplete } from './autocomplete.ts';
import { handleCallHuman } from './call-human.ts';
import { handleDelete, handleVote } from './feedback.ts';
import { handleFind } from './find.ts';
import {
  handlePostChecked,
  handlePostContext,
  handlePostFound,
  handlePostParagraph,
} from './post-shown.ts';
import { handleMore, handlePostAnswer, handleQuoted, handleSameArticle } from './quote-buttons.ts';
import { handleOpen, handleRead } from './read-article.ts';
import { readerOf } from './reader.ts';
import { handleReindex } from './reindex.ts';
import { codeOf, respond, respondPrivately } from './send.ts';
import { handleSource, handleSources, handleSourcesPage, handleTurn } from './sources.ts';
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

async function handleMenu(bot: Bot, interaction: StringSelectMenuInteraction): Promise<void> {
  const pressed = await pressedOf(bot, interaction);
  if (pressed?.action.do === 'open') await handleOpen(bot, interaction);
  else if (pressed) await refuseForeign(bot, interaction);
}

/** What a button or menu says; undefined where it is none of this bot's, which the member is told. */
async function pressedOf(
  bot: Bot,
  interaction: ButtonInteraction | StringSelectMenuInteraction,
): Promise<Extract<Decoded, { kind: 'ours' }> | undefined> {
  const decoded = bot.ids.decode(interaction.customId, interaction.guildId);
  if (decoded.kind === 'stale') {
    const { words } = viewFor(bot, readerOf(interaction, true));
    await respond(interaction, line(words.staleButton), true);
    return undefined;
  }
  // A button of another card must not change or delete this one.
  const isThere = customIdsOf(interaction.message).includes(interaction.customId);
  if (decoded.kind === 'ours' && isThere) return decoded;
  await refuseForeign(bot, interaction);
  return undefined;
}

async function handleButton(bot: Bot, interaction: ButtonInteraction): Promise<void> {
  const pressed = await pressedOf(bot, interaction);
  if (!pressed) return;
  const { action, part } = pressed;
  switch (action.do) {
    case 'open':
      return refuseForeign(bot, interaction);
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
    case 'read':
      return handleRead(bot, interaction, action);
    case 'post':
      return handlePostAnswer(bot, interaction, action, part);
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
