import { MessageFlags, MessageType, InteractionResponseType as Reply } from 'discord.js';
import { refuse } from '../rest/errors.ts';
import { makeToken } from '../world/ids.ts';
import { createMessage, editMessage, type MessageBody } from '../world/messages.ts';
import type { InteractionMetadata, Message } from '../world/types.ts';
import type { World } from '../world/world.ts';
import type { Choice, Interaction, Modal, ResponseBody } from './interaction.ts';
import { checkResponse } from './response.ts';

/** Discord's own times: for the first response, and for the life of a token after it. */
const RESPONSE_TIMEOUT_MS = 3000;
const TOKEN_LIFE_MS = 15 * 60_000;

/** Keeps the interactions, their deadlines, and turns what a bot answers into messages. */
export class Interactions {
  readonly #world: World;
  readonly #byId = new Map<string, Interaction>();
  readonly #byToken = new Map<string, Interaction>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Opens an interaction, and sends the bot the payload that is made for it. */
  open(
    fields: Pick<Interaction, 'type' | 'user' | 'channel' | 'message' | 'commandName'>,
    payload: (interaction: Interaction) => object,
  ): Interaction {
    const interaction: Interaction = {
      ...fields,
      id: this.#world.ids.next(),
      token: makeToken(48),
      createdAt: this.#world.now(),
      state: 'waiting',
      reply: null,
      original: null,
      followUps: [],
      choices: [],
      modal: null,
    };
    this.#byId.set(interaction.id, interaction);
    this.#byToken.set(interaction.token, interaction);
    this.#world.events.publish({
      type: 'INTERACTION_CREATE',
      data: payload(interaction),
      guildId: fields.channel.guild_id,
      channelId: null,
      onlyTo: null,
    });
    setTimeout(() => this.#expire(interaction), RESPONSE_TIMEOUT_MS).unref();
    return interaction;
  }

  /** The interaction of a webhook's token, which a bot may use for 15 minutes once it answered. */
  byToken(applicationId: string, token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (!interaction || applicationId !== this.#world.applicationId) throw refuse.unknownWebhook();
    if (interaction.state !== 'answered') throw refuse.unknownWebhook();
    if (this.#world.now() - interaction.createdAt > TOKEN_LIFE_MS)
      throw refuse.invalidWebhookToken();
    return interaction;
  }

  /** A bot's first response. */
  async respond(id: string, token: string, body: ResponseBody) {
    const interaction = this.#byId.get(id);
    if (interaction?.token !== token || interaction.state === 'dead') {
      throw refuse.unknownInteraction();
    }
    const message = await checkResponse(interaction, body);
    // Once more: the check took its time, in which the deadline or another answer may have come.
    if ((interaction.state as string) === 'dead') throw refuse.unknownInteraction();
    if (interaction.state === 'answered') throw refuse.alreadyAcknowledged();
    this.#carryOut(interaction, body, message);
    interaction.state = 'answered';
    interaction.reply = body.type;
    this.#changed(interaction);
    return interaction;
  }

  /** A further message; after a deferred response the first one takes its place, and has to. */
  followUp(interaction: Interaction, body: MessageBody): Message {
    const { original } = interaction;
    if (original && original.flags & MessageFlags.Loading) {
      if (original.deleted) throw refuse.unknownMessage();
      return this.edit(interaction, original, body);
    }
    const on = original?.deleted ? null : original;
    const message = this.#post(interaction, body, on ?? interaction.message);
    interaction.followUps.push(message);
    this.#changed(interaction);
    return message;
  }

  edit(interaction: Interaction, message: Message, body: MessageBody): Message {
    editMessage(this.#world, message, body);
    this.#changed(interaction);
    return message;
  }

  #carryOut(interaction: Interaction, { type, data }: ResponseBody, body: MessageBody): void {
    if (type === Reply.ChannelMessageWithSource) {
      interaction.original = this.#post(interaction, body, interaction.message);
    } else if (type === Reply.DeferredChannelMessageWithSource) {
      const waiting = { flags: (body.flags ?? 0) | MessageFlags.Loading };
      interaction.original = this.#post(interaction, waiting, interaction.message);
    } else if (type === Reply.UpdateMessage && interaction.message) {
      interaction.original = interaction.message;
      editMessage(this.#world, interaction.message, body);
    } else if (type === Reply.DeferredMessageUpdate) interaction.original = interaction.message;
    else if (type === Reply.ApplicationCommandAutocompleteResult) {
      interaction.choices = (data as { choices?: Choice[] | null }).choices ?? [];
    } else if (type === Reply.Modal) interaction.modal = data as Modal;
  }

  #post(interaction: Interaction, body: MessageBody, on: Message | null): Message {
    const { id, type, user, commandName, channel } = interaction;
    const metadata: InteractionMetadata = {
      id,
      type,
      user,
      ...(commandName && { name: commandName }),
    };
    const first = interaction.original === null;
    return createMessage(this.#world, channel, this.#world.bot, body, {
      interaction: metadata,
      ephemeral: Boolean((body.flags ?? 0) & MessageFlags.Ephemeral),
      replyTo: on,
      ...(first && commandName && { type: MessageType.ChatInputCommand }),
    });
  }

  #expire(interaction: Interaction): void {
    if (interaction.state !== 'waiting') return;
    interaction.state = 'dead';
    this.#changed(interaction);
  }

  /** Tells the person who started it; bots do not hear of this. */
  #changed(interaction: Interaction): void {
    this.#world.events.publish({
      type: 'SANDBOX_INTERACTION',
      data: interaction,
      guildId: null,
      channelId: interaction.channel.id,
      onlyTo: interaction.user.id,
    });
  }
}
