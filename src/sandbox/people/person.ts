import {
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  InteractionType,
  PermissionFlagsBits as P,
} from 'discord.js';
import type { Choice, Interaction, Interactions } from '../interactions/interactions.ts';
import {
  buildOptions,
  type OptionValue,
  resolveOptions,
  visibleCommands,
} from '../interactions/options.ts';
import { interactionJson } from '../interactions/payload.ts';
import {
  createMessage,
  deleteMessage,
  editMessage,
  flattenComponents,
  react,
} from '../world/messages.ts';
import { may, permissionsIn, sendPermission } from '../world/permissions.ts';
import { fullContent, messageJson } from '../world/serialize.ts';
import { createThread, joinThread } from '../world/threads.ts';
import type { Channel, Command, Component, Message, User } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { type Outcome, outcomeOf, type UseOptions } from './outcome.ts';
import { waitFor } from './waiting.ts';

/** A channel, its id, or its name with or without `#`. */
export type ChannelRef = string | { id: string };

export interface SayOptions {
  replyTo?: Message | null;
  /** Whether a reply pings the one replied to; it does by default. */
  ping?: boolean;
  /** Puts a mention of the bot in front. */
  mentionBot?: boolean;
}

/** The longest message of a person without Nitro, in characters. */
const CONTENT_LIMIT = 2000;

/** Somebody in the guild, with what Discord's client lets them do. */
export class Person {
  readonly user: User;
  /** Of their client: what interactions say. */
  locale = 'en-US';
  readonly #world: World;
  readonly #interactions: Interactions;

  constructor(world: World, interactions: Interactions, user: User) {
    this.#world = world;
    this.#interactions = interactions;
    this.user = user;
  }

  get id(): string {
    return this.user.id;
  }

  /** Their DM channel with the bot. */
  get dmChannel(): Channel {
    return this.#world.openDm(this.user);
  }

  /** Sends a message. */
  say(channel: ChannelRef, content: string, options: SayOptions = {}): Message {
    const place = this.#channel(channel);
    this.#need(place, sendPermission(place), 'write');
    if (content.length > CONTENT_LIMIT) throw new Error('Your message is too long.');
    const { replyTo = null, ping = true, mentionBot = false } = options;
    const text = mentionBot ? `<@${this.#world.bot.id}> ${content}` : content;
    const allowed = { parse: ['users', 'roles', 'everyone'], replied_user: ping };
    const body = { content: text, allowed_mentions: allowed };
    return createMessage(this.#world, place, this.user, body, { replyTo });
  }

  /** Sends a message to the bot alone. */
  dm(content: string, options: SayOptions = {}): Message {
    return this.say(this.dmChannel, content, options);
  }

  edit(message: Message, content: string): void {
    if (message.author !== this.user) throw new Error('This message is not yours to edit.');
    editMessage(this.#world, message, { content });
  }

  delete(message: Message): void {
    const place = this.#channel({ id: message.channel_id });
    if (message.author !== this.user && message.ephemeral_to !== this.id) {
      this.#need(place, P.ManageMessages, 'delete messages of others');
    }
    deleteMessage(this.#world, message);
  }

  /** Opens a thread, on a message where one is given. */
  thread(channel: ChannelRef, name: string, from: Message | null = null): Channel {
    const place = this.#channel(channel);
    this.#need(place, P.CreatePublicThreads, 'open threads');
    return createThread(this.#world, place, this.user, name, from);
  }

  react(message: Message, emoji: string, present = true): void {
    react(this.#world, message, this.user, { id: null, name: emoji }, present);
  }

  /** Shows that they are typing. */
  type(channel: ChannelRef): void {
    const place = this.#channel(channel);
    const timestamp = Math.floor(this.#world.now() / 1000);
    const data = { channel_id: place.id, user_id: this.id, timestamp };
    this.#world.publish('TYPING_START', { ...data, guild_id: place.guild_id ?? undefined }, place);
  }

  /** The commands that their client offers in a channel. */
  commands(channel: ChannelRef): Command[] {
    return visibleCommands(this.#world, this.user, this.#channel(channel));
  }

  /**
   * Uses a slash command.
   * @param name with its subcommand, where it has one: `article find`
   * @throws Error where Discord's client would not send it
   */
  slash(
    channel: ChannelRef,
    name: string,
    options: Record<string, OptionValue> = {},
    use: UseOptions = {},
  ): Promise<Outcome> {
    const [first = '', ...words] = name.replace(/^\//, '').split(' ');
    const place = this.#channel(channel);
    const command = this.#command(place, ApplicationCommandType.ChatInput, first);
    const sent = buildOptions(command, words, options);
    const interaction = this.#open(InteractionType.ApplicationCommand, place, command, {
      ...this.#commandData(command),
      options: sent,
      resolved: resolveOptions(this.#world, place, sent),
    });
    return this.#outcome(interaction, use);
  }

  /**
   * Types into an option that completes.
   * @returns the choices that are offered
   * @throws Error with what the client shows where the bot did not answer
   */
  async autocomplete(
    channel: ChannelRef,
    name: string,
    option: string,
    typed: string,
    others: Record<string, OptionValue> = {},
  ): Promise<Choice[]> {
    const [first = '', ...words] = name.replace(/^\//, '').split(' ');
    const place = this.#channel(channel);
    const command = this.#command(place, ApplicationCommandType.ChatInput, first);
    const options = buildOptions(command, words, { ...others, [option]: typed }, option);
    const type = InteractionType.ApplicationCommandAutocomplete;
    const data = { ...this.#commandData(command), options };
    const interaction = this.#open(type, place, command, data);
    const { failure } = await this.#outcome(interaction, {});
    if (failure) throw new Error(failure);
    return interaction.choices;
  }

  /** Uses a command from a message's menu. */
  contextMenu(message: Message, name: string, use: UseOptions = {}): Promise<Outcome> {
    const place = this.#channel({ id: message.channel_id });
    const command = this.#command(place, ApplicationCommandType.Message, name);
    const interaction = this.#open(InteractionType.ApplicationCommand, place, command, {
      ...this.#commandData(command),
      target_id: message.id,
      resolved: { messages: { [message.id]: messageJson(this.#world, message, fullContent) } },
    });
    return this.#outcome(interaction, use);
  }

  /** Presses the button with this custom id, label or emoji. */
  press(message: Message, button: string, use: UseOptions = {}): Promise<Outcome> {
    const found = this.#component(message, button, (one) => one.type === ComponentType.Button);
    if (found.style === ButtonStyle.Link) throw new Error(`"${button}" is a link: ${found.url}`);
    return this.#useComponent(message, ComponentType.Button, found.custom_id ?? '', use);
  }

  /** Chooses from the select menu with this custom id or placeholder. */
  select(message: Message, menu: string, values: string[], use: UseOptions = {}): Promise<Outcome> {
    const found = this.#component(message, menu, (one) => one.options !== undefined);
    for (const value of values) {
      if (!found.options?.some((one) => one.value === value)) {
        throw new Error(`The menu "${menu}" has no option "${value}".`);
      }
    }
    return this.#useComponent(message, found.type, found.custom_id ?? '', use, values);
  }

  /** Sends a button's custom id that need not be on the message, as no honest client does. */
  forge(message: Message, customId: string, use: UseOptions = {}): Promise<Outcome> {
    return this.#useComponent(message, ComponentType.Button, customId, use);
  }

  /** Waits for the bot's next message after `to`: a reply to it, or one that replies to nothing. */
  async waitForReply(to: Message, timeoutMs = 5000): Promise<Message> {
    const fits = (one: Message) =>
      one.author === this.#world.bot &&
      BigInt(one.id) > BigInt(to.id) &&
      (one.channel_id === to.channel_id || one.channel_id === to.thread?.id) &&
      (one.ephemeral_to ?? this.id) === this.id &&
      (one.message_reference === null || one.message_reference.message_id === to.id);
    const found = await waitFor(
      this.#world,
      (event) => {
        if (!event) return [...this.#world.messages.values()].find(fits);
        if (event.type !== 'MESSAGE_CREATE') return undefined;
        return fits(event.data as Message) ? (event.data as Message) : undefined;
      },
      timeoutMs,
    );
    if (!found) throw new Error(`No reply to "${to.content}" within ${timeoutMs} ms.`);
    return found;
  }

  /** The messages of a channel that this person sees, oldest first. */
  seen(channel: ChannelRef): Message[] {
    const place = this.#channel(channel);
    if (!may(this.#world, this.id, place, P.ViewChannel | P.ReadMessageHistory)) return [];
    return this.#world
      .messagesIn(place.id)
      .filter((one) => (one.ephemeral_to ?? this.id) === this.id);
  }

  /** Whether this person sees a channel at all. */
  sees(channel: Channel): boolean {
    return permissionsIn(this.#world, this.id, channel) !== 0n;
  }

  #channel(ref: ChannelRef): Channel {
    return findChannel(this.#world, ref);
  }

  #need(channel: Channel, permission: bigint, what: string): void {
    if (may(this.#world, this.id, channel, permission)) {
      if (channel.thread_metadata) joinThread(this.#world, channel, this.id);
      return;
    }
    throw new Error(`${this.user.global_name} may not ${what} in #${channel.name}.`);
  }

  #command(channel: Channel, type: number, name: string): Command {
    const found = visibleCommands(this.#world, this.user, channel).find(
      (one) => one.type === type && one.name === name,
    );
    if (!found) throw new Error(`${this.user.global_name} sees no command "${name}" here.`);
    return found;
  }

  #commandData({ id, name, type, guild_id }: Command) {
    return { id, name, type, ...(guild_id && { guild_id }) };
  }

  #component(message: Message, name: string, fits: (one: Component) => boolean): Component {
    const shown = message.deleted ? [] : flattenComponents(message.components);
    const found = shown.find(
      (one) =>
        fits(one) && [one.custom_id, one.label, one.emoji?.name, one.placeholder].includes(name),
    );
    if (!found) throw new Error(`The message has no "${name}".`);
    if (found.disabled) throw new Error(`"${name}" is disabled.`);
    return found;
  }

  #useComponent(
    message: Message,
    type: number,
    customId: string,
    use: UseOptions,
    values?: string[],
  ): Promise<Outcome> {
    const place = this.#channel({ id: message.channel_id });
    if ((message.ephemeral_to ?? this.id) !== this.id) throw new Error('They do not see this.');
    const component = flattenComponents(message.components).find(
      (one) => one.custom_id === customId,
    );
    const data = {
      custom_id: customId,
      component_type: type,
      id: component?.id ?? 0,
      ...(values && { values }),
    };
    const kind = InteractionType.MessageComponent;
    return this.#outcome(this.#open(kind, place, null, data, message), use);
  }

  #open(
    type: InteractionType,
    channel: Channel,
    command: Command | null,
    data: object,
    message: Message | null = null,
  ): Interaction {
    return this.#interactions.open(
      { type, user: this.user, channel, message, commandName: command?.name ?? null },
      (interaction) => interactionJson(this.#world, interaction, data, this.locale),
    );
  }

  #outcome(interaction: Interaction, use: UseOptions): Promise<Outcome> {
    return outcomeOf(this.#world, interaction, use);
  }
}

/** @throws Error where there is no such channel */
export function findChannel(world: World, ref: ChannelRef): Channel {
  const name = typeof ref === 'string' ? ref.replace(/^#/, '') : ref.id;
  const found =
    world.channels.get(name) ?? [...world.channels.values()].find((one) => one.name === name);
  if (!found) throw new Error(`There is no channel "${name}".`);
  return found;
}
