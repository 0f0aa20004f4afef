import { ApplicationCommandType } from 'discord.js';
import { z } from 'zod';
import type { Outcome } from '../people/outcome.ts';
import type { Person } from '../people/person.ts';
import type { Command, CommandOption, Message } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { messageView, postViews } from './view.ts';

const value = z.union([z.string(), z.number(), z.boolean()]);
const values = z.record(z.string(), value);
const channel = z.string();
const message = z.string();

/** Everything that the page can ask for on somebody's behalf. */
const request = z.discriminatedUnion('do', [
  z.object({ do: z.literal('open'), channel }),
  z.object({ do: z.literal('posts'), channel }),
  z.object({
    do: z.literal('post'),
    channel,
    title: z.string(),
    text: z.string(),
    tags: z.array(z.string()),
  }),
  z.object({
    do: z.literal('say'),
    channel,
    text: z.string(),
    replyTo: message.nullable(),
    ping: z.boolean(),
  }),
  z.object({ do: z.literal('edit'), message, text: z.string() }),
  z.object({ do: z.literal('delete'), message }),
  z.object({ do: z.literal('thread'), channel, message: message.nullable(), name: z.string() }),
  z.object({ do: z.literal('react'), message, emoji: z.string(), present: z.boolean() }),
  z.object({ do: z.literal('type'), channel }),
  z.object({ do: z.literal('commands'), channel }),
  z.object({ do: z.literal('slash'), channel, name: z.string(), options: values }),
  z.object({
    do: z.literal('complete'),
    channel,
    name: z.string(),
    option: z.string(),
    typed: z.string(),
    options: values,
  }),
  z.object({ do: z.literal('menu'), message, name: z.string() }),
  z.object({ do: z.literal('press'), message, button: z.string() }),
  z.object({
    do: z.literal('select'),
    message,
    menu: z.string(),
    values: z.array(z.string()),
  }),
]);

/**
 * Does what the page asks for as `person`.
 * @returns what the page is answered
 * @throws Error with words for the person where it cannot be done
 */
export async function act(world: World, person: Person, input: unknown): Promise<unknown> {
  const asked = request.parse(input);
  const found = (id: string): Message => {
    const one = world.messages.get(id);
    if (!one) throw new Error('This message is gone.');
    return one;
  };
  const use = { untilAcknowledged: true };
  switch (asked.do) {
    case 'open':
      return person.seen(asked.channel).map((one) => messageView(world, one, person));
    case 'posts':
      return postViews(world, asked.channel, person);
    case 'post': {
      const text = withMentions(world, asked.text);
      return person.post(asked.channel, asked.title, text, { tags: asked.tags }).channel_id;
    }
    case 'say': {
      const replyTo = asked.replyTo ? found(asked.replyTo) : null;
      person.say(asked.channel, withMentions(world, asked.text), { replyTo, ping: asked.ping });
      return null;
    }
    case 'edit':
      return person.edit(found(asked.message), withMentions(world, asked.text));
    case 'delete':
      return person.delete(found(asked.message));
    case 'thread':
      return person.thread(asked.channel, asked.name, asked.message ? found(asked.message) : null)
        .id;
    case 'react':
      return person.react(found(asked.message), asked.emoji, asked.present);
    case 'type':
      return person.type(asked.channel);
    case 'commands':
      return person.commands(asked.channel).flatMap((one) => commandViews(one, person.locale));
    case 'slash':
      return shown(await person.slash(asked.channel, asked.name, asked.options, use));
    case 'complete':
      return person.autocomplete(
        asked.channel,
        asked.name,
        asked.option,
        asked.typed,
        asked.options,
      );
    case 'menu':
      return shown(await person.contextMenu(found(asked.message), asked.name, use));
    case 'press':
      return shown(await person.press(found(asked.message), asked.button, use));
    case 'select':
      return shown(await person.select(found(asked.message), asked.menu, asked.values, use));
  }
}

/** What the page has to say of an outcome by itself: messages reach it as events. */
function shown({ failure, modal }: Outcome): { failure: string | null } {
  return { failure: failure ?? (modal ? 'This stand-in draws no forms.' : null) };
}

/** Discord's client sends ids where people pick names: `@Ada`, `#general`. */
function withMentions(world: World, text: string): string {
  const names: [mark: string, id: string][] = [
    ...[...world.users.values()].map((user): [string, string] => [
      `@${user.global_name ?? user.username}`,
      `<@${user.id}>`,
    ]),
    ...[...world.guilds.values()].flatMap((guild) =>
      [...guild.roles.values()]
        .filter((role) => role.mentionable)
        .map((role): [string, string] => [`@${role.name}`, `<@&${role.id}>`]),
    ),
    ...[...world.channels.values()]
      .filter((one) => one.name && !one.thread_metadata)
      .map((one): [string, string] => [`#${one.name}`, `<#${one.id}>`]),
  ];
  names.sort(([a], [b]) => b.length - a.length);
  return names.reduce((all, [mark, id]) => {
    const escaped = mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return all.replace(new RegExp(`(^|\\s)${escaped}(?![\\p{L}\\p{N}_])`, 'giu'), `$1${id}`);
  }, text);
}

/** A command as the page lists it; one with subcommands is as many commands. */
function commandViews(command: Command, locale: string): object[] {
  const text = (name: string, translations?: Record<string, string> | null) =>
    translations?.[locale] ?? name;
  const option = (one: CommandOption) => ({
    name: one.name,
    type: one.type,
    label: text(one.name, one.name_localizations),
    description: text(one.description, one.description_localizations),
    required: one.required ?? false,
    completes: one.autocomplete ?? false,
    choices: one.choices ?? [],
    min: one.min_value,
    max: one.max_value,
    maxLength: one.max_length,
  });
  const view = (path: string, description: string, options: CommandOption[]) => ({
    kind: command.type === ApplicationCommandType.ChatInput ? 'slash' : 'message',
    name: path,
    description,
    options: options.map(option),
  });
  if (command.type === ApplicationCommandType.User) return [];
  const nested = (command.options ?? []).filter((one) => one.type === 1 || one.type === 2);
  if (nested.length === 0) {
    const description = text(command.description, command.description_localizations);
    return [view(command.name, description, command.options ?? [])];
  }
  return nested.flatMap((one) =>
    one.type === 1
      ? [view(`${command.name} ${one.name}`, one.description, one.options ?? [])]
      : (one.options ?? []).map((inner) =>
          view(`${command.name} ${one.name} ${inner.name}`, inner.description, inner.options ?? []),
        ),
  );
}
