import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { askCommand } from './ask.ts';
import { findCommand } from './find.ts';
import {
  aboutCommand,
  forgetMeCommand,
  gapsCommand,
  reindexCommand,
  statusCommand,
} from './plain.ts';
import { sourceCommand, sourcesCommand } from './sources.ts';

/** Everything that the bot registers. */
export const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  askCommand,
  sourceCommand,
  sourcesCommand,
  findCommand,
  aboutCommand,
  forgetMeCommand,
  reindexCommand,
  statusCommand,
  gapsCommand,
];
