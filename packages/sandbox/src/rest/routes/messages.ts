import { ChannelType, PermissionFlagsBits as P } from 'discord.js';
import type { FastifyInstance } from 'fastify';
import { checkMessage, unknownReply } from '../../checks/message.ts';
import { messageJson } from '../../world/json/message.ts';
import {
  createMessage,
  deleteMessage,
  editMessage,
  type MessageBody,
} from '../../world/messages.ts';
import { may, sendPermission } from '../../world/permissions.ts';
import type { Channel, Message } from '../../world/types.ts';
import { channelFor, messageIn, param, type RestContext, readable } from '../context.ts';
import { refuse } from '../errors.ts';

/** Messages at one time, from Discord's documentation. */
const PAGE_DEFAULT = 50;
const PAGE_LIMIT = 100;

/** Reading, sending, changing and deleting messages; typing. */
export function messageRoutes(app: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const nonces = new Map<string, Message>();
  const json = (message: Message) => messageJson(world, message, readable(context));

  app.get('/channels/:channel/messages', (request) => {
    const channel = channelFor(context, param(request, 'channel'), P.ReadMessageHistory);
    const query = request.query as Record<string, string | undefined>;
    const all = world.messagesIn(channel.id).filter((one) => !one.ephemeral_to);
    return page(all, query).reverse().map(json);
  });

  app.get('/channels/:channel/messages/:message', (request) => {
    const channel = channelFor(context, param(request, 'channel'), P.ReadMessageHistory);
    return json(messageIn(context, channel, param(request, 'message')));
  });

  app.post('/channels/:channel/messages', async (request) => {
    const channel = sendable(param(request, 'channel'));
    const body = await checkMessage(request.body, { schema: 'MessageCreateRequestSchema' });
    wake(channel);
    const replyTo = referenced(channel, body.message_reference);
    const nonce = `${channel.id} ${body.nonce}`;
    const before = body.nonce && body.enforce_nonce ? nonces.get(nonce) : undefined;
    if (before) return json(before);
    const message = createMessage(world, channel, world.bot, body, { replyTo });
    if (body.nonce) nonces.set(nonce, message);
    return { ...json(message), ...(body.nonce && { nonce: body.nonce }) };
  });

  app.patch('/channels/:channel/messages/:message', async (request) => {
    const channel = channelFor(context, param(request, 'channel'));
    const message = messageIn(context, channel, param(request, 'message'));
    if (message.author.id !== world.bot.id) throw refuse.notYourMessage();
    const schema = 'MessageEditRequestPartialSchema';
    editMessage(world, message, await checkMessage(request.body, { schema, editing: message }));
    return json(message);
  });

  app.delete('/channels/:channel/messages/:message', (request, reply) => {
    const channel = channelFor(context, param(request, 'channel'));
    const message = messageIn(context, channel, param(request, 'message'));
    if (message.author.id !== world.bot.id) channelFor(context, channel.id, P.ManageMessages);
    deleteMessage(world, message);
    return reply.code(204).send();
  });

  app.post('/channels/:channel/typing', (request, reply) => {
    const channel = sendable(param(request, 'channel'));
    const data = {
      channel_id: channel.id,
      user_id: world.bot.id,
      timestamp: Math.floor(world.now() / 1000),
      ...(channel.guild_id && { guild_id: channel.guild_id }),
    };
    world.publish('TYPING_START', data, channel);
    return reply.code(204).send();
  });

  function sendable(id: string): Channel {
    const channel = channelFor(context, id);
    if (channel.type === ChannelType.GuildForum) throw refuse.noTextChannel();
    return channelFor(context, id, sendPermission(channel));
  }

  function referenced(
    channel: Channel,
    reference: MessageBody['message_reference'],
  ): Message | null {
    if (!reference) return null;
    const message = world.messages.get(reference.message_id);
    if (!may(world, world.bot.id, channel, P.ReadMessageHistory)) throw refuse.cannotReply();
    if (message?.channel_id === channel.id && !message.ephemeral_to) return message;
    if (reference.fail_if_not_exists === false) return null;
    throw unknownReply();
  }
}

/** An archived thread wakes up when somebody writes, unless it is locked. */
function wake({ thread_metadata: thread }: Channel): void {
  if (!thread?.archived) return;
  if (thread.locked) throw refuse.archivedThread();
  thread.archived = false;
}

function page(all: Message[], query: Record<string, string | undefined>): Message[] {
  const { before, after, around } = query;
  const limit = Math.min(Number(query.limit ?? PAGE_DEFAULT), PAGE_LIMIT);
  if (before) return all.filter((one) => BigInt(one.id) < BigInt(before)).slice(-limit);
  if (after) return all.filter((one) => BigInt(one.id) > BigInt(after)).slice(0, limit);
  if (!around) return all.slice(-limit);
  const middle = all.findIndex((one) => BigInt(one.id) >= BigInt(around));
  const start = Math.max(0, (middle < 0 ? all.length : middle) - Math.floor(limit / 2));
  return all.slice(start, start + limit);
}
