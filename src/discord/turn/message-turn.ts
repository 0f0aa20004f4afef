import { type Message, RESTJSONErrorCodes } from 'discord.js';
import type { Bot } from '../bot.ts';
import { line, type Reply } from '../message/components.ts';
import { codeOf, isForbidden, mayNotRefer, targetWasDeleted } from '../sending/discord-errors.ts';
import { mayReact, mayReadBack } from '../sending/permissions.ts';
import { BaseTurn } from './base-turn.ts';
import { placeOfMessage } from './place.ts';
import type { Turn } from './turn.ts';

/** @param refers whether the reply refers to the message; where not, it repeats the question */
export type Render = (refers: boolean) => Reply;

/** The turn of a message: a reply below it, which an edit of the message changes. */
export class MessageTurn extends BaseTurn implements Turn {
  readonly #message: Message;
  #reply: string | null;
  #isAnswered = false;
  #stopTyping: (() => void) | undefined;

  /** @param reply the id of the reply that the message got before it was edited, or null */
  constructor(bot: Bot, message: Message, reply: string | null) {
    const { author, guild } = message;
    super(bot, author.id, placeOfMessage(message), guild?.preferredLocale, false);
    this.#message = message;
    this.#reply = reply;
  }

  /** The id of the reply that the message has now, or null. */
  get reply(): string | null {
    return this.#reply;
  }

  /** Whether the member's answers pile up already in this channel. */
  get isBehind(): boolean {
    const { channelId, author } = this.#message;
    return this.#reply === null && this.bot.outbox.isBehind(channelId, author.id);
  }

  /** Shows "is typing" until {@link end}. */
  async defer(): Promise<void> {
    this.#stopTyping ??= this.bot.typing.begin(this.#message);
  }

  end(): void {
    this.#stopTyping?.();
    this.#stopTyping = undefined;
  }

  async respond(said: Reply | Render): Promise<void> {
    const render = typeof said === 'function' ? said : () => said;
    if (this.#reply === null) this.#reply = await this.#send(render);
    else await this.#edit(this.#reply, render(mayReadBack(this.#message)));
  }

  /** Said once in a while, and never before the answers of others; a reply that stands is left. */
  async refuse(why: string): Promise<void> {
    const { channelId, author } = this.#message;
    if (this.#reply !== null || !this.bot.outbox.hasRoomForNotice(channelId)) return;
    if ((await this.bot.desk.limits.notice(author.id)) > 0) return;
    await this.respond(line(why));
  }

  async apologize(errorId: string): Promise<void> {
    if (this.#reply === null && !this.#isAnswered) {
      await this.respond(line(this.words.failed(errorId)));
    }
  }

  /** A thumb up instead of a reply; nothing where the bot may not react. */
  async acknowledge(): Promise<void> {
    if (!mayReact(this.#message)) return;
    await this.#message
      .react('👍')
      .catch((error) => this.bot.log.debug({ err: error }, 'cannot react'));
  }

  /** In a DM, once in a while; members who take none learn nothing, as there is no other way. */
  async tellCannotWrite(): Promise<void> {
    const { author, channelId } = this.#message;
    if ((await this.bot.desk.limits.notice(author.id)) > 0) return;
    await author.send(line(this.words.cannotWrite(`<#${channelId}>`))).catch((error) => {
      this.bot.log.info({ err: error, channel: channelId }, 'cannot write, and no DM possible');
    });
  }

  /**
   * Replies in the member's turn. A message that was deleted meanwhile gets no reply. Where the bot
   * may not write, the asker is told in a DM.
   *
   * @returns the reply's id, or null where there is none
   */
  async #send(render: Render): Promise<string | null> {
    const message = this.#message;
    const { channel, channelId, author } = message;
    const send = async (refers: boolean) => {
      const reply = render(refers);
      this.#isAnswered = true;
      return refers || !channel.isSendable() ? message.reply(reply) : channel.send(reply);
    };
    const inTurn = (refers: boolean) =>
      this.bot.outbox.answer(channelId, author.id, () => send(refers));
    try {
      const sent = await inTurn(mayReadBack(message)).catch((error) => {
        if (mayNotRefer(error)) return inTurn(false);
        throw error;
      });
      return sent.id;
    } catch (error) {
      if (isForbidden(error)) await this.tellCannotWrite();
      else if (codeOf(error) !== RESTJSONErrorCodes.UnknownChannel && !targetWasDeleted(error)) {
        throw error;
      }
      return null;
    }
  }

  /** One that was deleted stays so. */
  async #edit(replyId: string, reply: Reply): Promise<void> {
    try {
      await this.#message.channel.messages.edit(replyId, reply);
    } catch (error) {
      if (codeOf(error) !== RESTJSONErrorCodes.UnknownMessage) throw error;
    }
  }
}
