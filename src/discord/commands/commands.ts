import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { addCommand } from './add.ts';
import { askCommand } from './ask.ts';
import { answerCommand, findCommand } from './find.ts';
import { sourceCommand, sourcesCommand } from './sources.ts';
import { checkQuoteCommand, verifyCommand } from './verify.ts';
import {
  aboutCommand,
  forgetMeCommand,
  gapsCommand,
  reindexCommand,
  scopeCommand,
  statusCommand,
} from './without-options.ts';

/** Everything that the bot registers. */
export const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  askCommand,
  sourceCommand,
  sourcesCommand,
  verifyCommand,
  findCommand,
  answerCommand,
  checkQuoteCommand,
  aboutCommand,
  scopeCommand,
  forgetMeCommand,
  addCommand,
  reindexCommand,
  statusCommand,
  gapsCommand,
];
