import { PermissionFlagsBits, ApplicationCommandOptionType as T } from 'discord.js';
import { attachmentJson } from '../world/attachments.ts';
import { channelJson } from '../world/json/guild.ts';
import { memberJson, roleJson, userJson } from '../world/json/people.ts';
import { permissionsIn } from '../world/permissions.ts';
import type { Channel, Command, CommandOption, User } from '../world/types.ts';
import type { World } from '../world/world.ts';

export type OptionValue = string | number | boolean;

/** An option as it is sent to a bot. */
interface SentOption {
  name: string;
  type: number;
  value?: OptionValue;
  focused?: boolean;
  options?: SentOption[];
}

/** @returns the commands that Discord would show a person in a channel, those of the guild first */
export function visibleCommands(world: World, user: User, channel: Channel): Command[] {
  const context = channel.guild_id ? 0 : 1;
  const permissions = permissionsIn(world, user.id, channel);
  const guild = world.guilds.get(channel.guild_id ?? '');
  const isMember = !guild || guild.members.has(world.bot.id);
  return [...world.commands.values()]
    .filter((command) => !command.guild_id || command.guild_id === channel.guild_id)
    .filter((command) =>
      command.contexts
        ? command.contexts.includes(context)
        : context === 0 || command.dm_permission,
    )
    .filter((command) => isMember || command.integration_types.includes(1))
    .filter((command) => {
      const needed = command.default_member_permissions;
      if (needed === null || !channel.guild_id) return true;
      if (permissions & PermissionFlagsBits.Administrator) return true;
      return needed !== '0' && (permissions & BigInt(needed)) === BigInt(needed);
    })
    .sort((a, b) => Number(Boolean(b.guild_id)) - Number(Boolean(a.guild_id)));
}

/**
 * Turns what a person entered into what is sent, as Discord's own client does.
 * @param words after the command's name: group and subcommand
 * @param values of an attachment: the id that it was uploaded under
 * @param focused the option whose completions are asked for: nothing is required then
 * @throws Error for what the client would not let a person send
 */
export function buildOptions(
  command: Command,
  words: readonly string[],
  values: Record<string, OptionValue>,
  focused?: string,
): SentOption[] {
  const wrappers: CommandOption[] = [];
  let declared = command.options ?? [];
  for (const word of words) {
    const inner = declared.find((one) => one.name === word && nested(one));
    if (!inner) throw new Error(`/${command.name} has no subcommand "${word}".`);
    wrappers.push(inner);
    declared = inner.options ?? [];
  }
  if (declared.some(nested)) throw new Error(`/${command.name} needs one of its subcommands.`);
  for (const name of Object.keys(values)) {
    if (!declared.some((one) => one.name === name)) {
      throw new Error(`/${command.name} has no option "${name}".`);
    }
  }
  const sent = declared.flatMap((option): SentOption[] => {
    const given = values[option.name];
    if (given === undefined) {
      if (option.required && focused === undefined) {
        throw new Error(`/${command.name} needs its option "${option.name}".`);
      }
      return [];
    }
    const isFocused = option.name === focused;
    const value = isFocused ? given : checkValue(option, given);
    return [{ name: option.name, type: option.type, value, ...(isFocused && { focused: true }) }];
  });
  return wrappers.reduceRight<SentOption[]>(
    (options, { name, type }) => [{ name, type, options }],
    sent,
  );
}

function nested(option: CommandOption): boolean {
  return option.type === T.Subcommand || option.type === T.SubcommandGroup;
}

/** The longest text that Discord's client sends. */
const TEXT_LIMIT = 6000;

function checkValue(option: CommandOption, given: OptionValue): OptionValue {
  const wrong = (what: string) => new Error(`Option "${option.name}" ${what}.`);
  if (option.choices?.length) {
    const choice = option.choices.find((one) => one.value === given || one.name === given);
    if (!choice) throw wrong('is not one of its choices');
    return choice.value;
  }
  if (option.type === T.Boolean) {
    if (typeof given !== 'boolean') throw wrong('is not true or false');
  } else if (option.type === T.Integer || option.type === T.Number) {
    if (typeof given !== 'number') throw wrong('is not a number');
    if (option.type === T.Integer && !Number.isInteger(given)) throw wrong('is not a whole number');
    const { min_value: least = -(2 ** 53), max_value: most = 2 ** 53 } = option;
    if (given < least || given > most) throw wrong(`is not between ${least} and ${most}`);
  } else {
    const text = String(given);
    const { min_length: least = 0, max_length: most = TEXT_LIMIT } = option;
    if (option.type === T.String && (text.length < least || text.length > most)) {
      throw wrong(`is not between ${least} and ${most} characters long`);
    }
    return text;
  }
  return given;
}

/** @returns the users, roles, channels and uploads that the options name, for `resolved` */
export function resolveOptions(world: World, channel: Channel, options: readonly SentOption[]) {
  const guild = world.guilds.get(channel.guild_id ?? '');
  const users: Record<string, object> = {};
  const members: Record<string, object> = {};
  const roles: Record<string, object> = {};
  const channels: Record<string, object> = {};
  const attachments: Record<string, object> = {};
  const visit = (one: SentOption): void => {
    one.options?.forEach(visit);
    const id = String(one.value);
    const user = world.users.get(id);
    const member = guild?.members.get(id);
    const role = guild?.roles.get(id);
    const found = world.channels.get(id);
    const attachment = world.attachments.get(id);
    if ((one.type === T.User || one.type === T.Mentionable) && user) {
      users[id] = userJson(user);
      if (member) {
        const { user: _, ...rest } = memberJson(member);
        members[id] = rest;
      }
    }
    if ((one.type === T.Role || one.type === T.Mentionable) && role) roles[id] = roleJson(role);
    if (one.type === T.Channel && found) channels[id] = channelJson(world, found, world.bot.id);
    if (one.type === T.Attachment && attachment) {
      attachments[id] = attachmentJson(world, attachment);
    }
  };
  options.forEach(visit);
  return { users, members, roles, channels, attachments };
}
