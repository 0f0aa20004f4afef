import { setTimeout as sleep } from 'node:timers/promises';
import { MessageFlags, type RepliableInteraction } from 'discord.js';
import type { Bot } from '../bot.ts';
import { line, type Reply } from '../message/components.ts';
import { BaseTurn } from './base-turn.ts';
import { placeOfInteraction } from './place.ts';
import type { Turn } from './turn.ts';

/** What is known within this time, as every refusal is, needs no "is thinking" before it. */
const THINKING_AFTER_MS = 150;

/** The turn of a command, a button or a menu: only who used it sees the reply, unless `inPublic`. */
export class InteractionTurn extends BaseTurn implements Turn {
  readonly #interaction: RepliableInteraction;

  constructor(bot: Bot, interaction: RepliableInteraction, isPrivate = true) {
    const { locale, user } = interaction;
    super(bot, user.id, placeOfInteraction(interaction, isPrivate), locale, isPrivate);
    this.#interaction = interaction;
  }

  /** The same turn, with a reply that everybody sees, and from what the channel sees. */
  inPublic(): InteractionTurn {
    return new InteractionTurn(this.bot, this.#interaction, false);
  }

  /** At once, as an interaction lives for 3 s only. */
  async defer(): Promise<void> {
    await this.#interaction.deferReply(this.private ? { flags: MessageFlags.Ephemeral } : {});
  }

  /** Shows "is thinking" where work takes longer than a moment, and waits for it. */
  async deferIfLate<T>(work: Promise<T>): Promise<T> {
    const isDone = await Promise.race([work.then(() => true), sleep(THINKING_AFTER_MS, false)]);
    if (!isDone) await this.defer();
    return work;
  }

  async respond(reply: Reply): Promise<void> {
    if (this.#interaction.deferred) {
      await this.#interaction.editReply(reply);
      return;
    }
    await this.#interaction.reply(this.private ? ephemeral(reply) : reply);
  }

  async refuse(why: string): Promise<void> {
    await this.#tell(line(why));
  }

  async apologize(errorId: string): Promise<void> {
    await this.#tell(line(this.words.failed(errorId))).catch((error) =>
      this.bot.log.error({ err: error, errorId }, 'could not even apologize'),
    );
  }

  /**
   * Tells only the person who used the interaction. What the channel sees of it stays as it is, but
   * a public "is thinking" goes.
   */
  async #tell(reply: Reply): Promise<void> {
    const interaction = this.#interaction;
    const { deferred, replied } = interaction;
    if (!deferred && !replied) {
      await interaction.reply(ephemeral(reply));
      return;
    }
    // Where a button's card is to be changed, the client leaves `ephemeral` null.
    const isThinking = deferred && !replied && interaction.ephemeral !== null;
    if (isThinking && interaction.ephemeral) {
      await interaction.editReply(reply);
      return;
    }
    // A first message after "is thinking" would stand in its place and be as public as that.
    if (isThinking) await interaction.editReply(line('…'));
    await interaction.followUp(ephemeral(reply));
    if (isThinking) await interaction.deleteReply();
  }
}

function ephemeral(reply: Reply) {
  return { ...reply, flags: reply.flags | MessageFlags.Ephemeral };
}
