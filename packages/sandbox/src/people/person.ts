import { ApplicationCommandType, ButtonStyle, ComponentType, InteractionType } from 'discord.js';
import type { Choice, Interaction } from '../interactions/interaction.ts';
import type { Interactions } from '../interactions/interactions.ts';
import {
  buildOptions,
  type OptionValue,
  resolveOptions,
  visibleCommands,
} from '../interactions/options.ts';
import { interactionJson } from '../interactions/payload.ts';
import { type Upload, upload } from '../world/attachments.ts';
import { fullContent, messageJson } from '../world/json/message.ts';
import { flattenComponents } from '../world/messages.ts';
import type { Channel, Command, Component, Message, User } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { type ChannelRef, findChannel } from './find-channel.ts';
import { type Outcome, outcomeOf, type UseOptions } from './outcome.ts';
import { Speaker } from './speaker.ts';

/** Somebody in the guild: what they say, and how they use commands, buttons and menus. */
export class Person extends Speaker {
  /** Of their client: what interactions say. */
  locale = 'en-US';
  readonly #interactions: Interactions;

  constructor(world: World, interactions: Interactions, user: User) {
    super(world, user);
    this.#interactions = interactions;
  }

  /** The commands that their client offers in a channel. */
  commands(channel: ChannelRef): Command[] {
    return visibleCommands(this.world, this.user, findChannel(this.world, channel));
  }

  /**
   * Uses a slash command.
   * @param name with its subcommand, where it has one: `article find`
   * @throws Error where Discord's client would not send it
   */
  slash(
    channel: ChannelRef,
    name: string,
    options: Record<string, OptionValue | Upload> = {},
    use: UseOptions = {},
  ): Promise<Outcome> {
    const [first = '', ...words] = name.replace(/^\//, '').split(' ');
    const place = findChannel(this.world, channel);
    const command = this.#command(place, ApplicationCommandType.ChatInput, first);
    const sent = buildOptions(command, words, this.#uploaded(options));
    const interaction = this.#open(InteractionType.ApplicationCommand, place, command, {
      ...this.#commandData(command),
      options: sent,
      resolved: resolveOptions(this.world, place, sent),
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
    const place = findChannel(this.world, channel);
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
    const place = findChannel(this.world, { id: message.channel_id });
    const command = this.#command(place, ApplicationCommandType.Message, name);
    const interaction = this.#open(InteractionType.ApplicationCommand, place, command, {
      ...this.#commandData(command),
      target_id: message.id,
      resolved: { messages: { [message.id]: messageJson(this.world, message, fullContent) } },
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

  /**
   * Sends a custom id that need not be on the message, as no honest client does: of a button, or of
   * a select menu where values are given.
   */
  forge(
    message: Message,
    customId: string,
    use: UseOptions = {},
    values?: string[],
  ): Promise<Outcome> {
    const type = values ? ComponentType.StringSelect : ComponentType.Button;
    return this.#useComponent(message, type, customId, use, values);
  }

  /** Files are uploaded before the command is sent, which names them by their ids. */
  #uploaded(options: Record<string, OptionValue | Upload>): Record<string, OptionValue> {
    const values = Object.entries(options).map(([name, value]) => [
      name,
      typeof value === 'object' ? upload(this.world, value).id : value,
    ]);
    return Object.fromEntries(values);
  }

  #command(channel: Channel, type: number, name: string): Command {
    const found = visibleCommands(this.world, this.user, channel).find(
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
    const place = findChannel(this.world, { id: message.channel_id });
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
      (interaction) => interactionJson(this.world, interaction, data, this.locale),
    );
  }

  #outcome(interaction: Interaction, use: UseOptions): Promise<Outcome> {
    return outcomeOf(this.world, interaction, use);
  }
}
