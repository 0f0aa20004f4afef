import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageContextMenuCommandInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Bot } from '../bot.ts';
import type { Decoded } from '../buttons/custom-id.ts';
import { addCommand } from '../commands/add.ts';
import { askCommand } from '../commands/ask.ts';
import { answerCommand, findCommand } from '../commands/find.ts';
import { sourceCommand, sourcesCommand } from '../commands/sources.ts';
import { checkQuoteCommand, verifyCommand } from '../commands/verify.ts';
import * as plain from '../commands/without-options.ts';
import { customIdsOf } from '../message/components.ts';
import { isOver } from '../sending/discord-errors.ts';
import { InteractionTurn } from '../turn/interaction-turn.ts';
import { handleAbout, handleForgetMe } from './about.ts';
import { handleAdd } from './add.ts';
import { handleGaps, handleStatus, whyNotAdmin } from './admin.ts';
import { handleAnswerMessage } from './answer-message.ts';
import { handleAsk } from './ask.ts';
import { handleAutocomplete } from './autocomplete.ts';
import { handleButton } from './button.ts';
import { handleFind } from './find.ts';
import { handleOpen } from './read-article.ts';
import { handleReindex } from './reindex.ts';
import { handleScope } from './scope.ts';
import { handleSource, handleSources } from './sources.ts';
import { handleCheckQuote, handleVerify } from './verify.ts';

type Handler<On> = (turn: InteractionTurn, on: On) => Promise<void>;

const everybody: Readonly<Record<string, Handler<ChatInputCommandInteraction>>> = {
  [askCommand.name]: handleAsk,
  [verifyCommand.name]: handleVerify,
  [sourceCommand.name]: handleSource,
  [sourcesCommand.name]: handleSources,
  [plain.aboutCommand.name]: handleAbout,
  [plain.scopeCommand.name]: handleScope,
  [plain.forgetMeCommand.name]: handleForgetMe,
};

const admins: Readonly<Record<string, Handler<ChatInputCommandInteraction>>> = {
  [addCommand.name]: handleAdd,
  [plain.reindexCommand.name]: handleReindex,
  [plain.statusCommand.name]: handleStatus,
  [plain.gapsCommand.name]: handleGaps,
};

const messageCommands: Readonly<Record<string, Handler<MessageContextMenuCommandInteraction>>> = {
  [findCommand.name]: handleFind,
  [answerCommand.name]: handleAnswerMessage,
  [checkQuoteCommand.name]: handleCheckQuote,
};

/** Any interaction: exactly one answer, also when something fails. */
export async function handleInteraction(bot: Bot, interaction: Interaction): Promise<void> {
  const turn = interaction.isRepliable() ? new InteractionTurn(bot, interaction) : undefined;
  try {
    if (interaction.isAutocomplete()) await handleAutocomplete(bot, interaction);
    else if (turn) await answer(turn, interaction);
  } catch (error) {
    const errorId = bot.report(error, 'interaction');
    if (!isOver(error)) await turn?.apologize(errorId);
  }
}

async function answer(turn: InteractionTurn, interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) return command(turn, interaction);
  if (interaction.isMessageContextMenuCommand()) {
    return messageCommands[interaction.commandName]?.(turn, interaction);
  }
  if (interaction.isButton() || interaction.isStringSelectMenu()) return pressed(turn, interaction);
  // Other menus and forms: the bot never made one.
  if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
    await turn.refuse(turn.words.foreignButton);
  }
}

async function command(turn: InteractionTurn, on: ChatInputCommandInteraction): Promise<void> {
  const admin = admins[on.commandName];
  const handler = admin ?? everybody[on.commandName];
  if (!handler) throw new Error(`There is no command ${on.commandName}.`);
  const refusal = admin && whyNotAdmin(turn, on);
  await (refusal ? turn.refuse(refusal) : handler(turn, on));
}

/** A button or a menu, unless it is none of this bot's. */
async function pressed(
  turn: InteractionTurn,
  on: ButtonInteraction | StringSelectMenuInteraction,
): Promise<void> {
  const decoded = turn.ids.decode(on.customId, turn.guildId);
  if (decoded.kind === 'stale') return turn.refuse(turn.words.staleButton);
  if (!isThere(on, decoded) || on.isButton() !== (decoded.action.do !== 'open')) {
    return turn.refuse(turn.words.foreignButton);
  }
  await (on.isButton() ? handleButton(turn, on, decoded) : handleOpen(turn, on));
}

/** A button of another card must not change or delete this one. */
function isThere(
  on: ButtonInteraction | StringSelectMenuInteraction,
  decoded: Decoded,
): decoded is Extract<Decoded, { kind: 'ours' }> {
  return decoded.kind === 'ours' && customIdsOf(on.message).includes(on.customId);
}
