import type { FastifyRequest } from 'fastify';
import { mayRead } from '../gateway/intents.ts';
import type { Interactions } from '../interactions/interactions.ts';
import { may, permissionsIn } from '../world/permissions.ts';
import type { Channel, Message } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { refuse } from './errors.ts';

/** What the routes work on. */
export interface RestContext {
  world: World;
  interactions: Interactions;
  /** The intents that the bot asked for last, which say what it may read by REST too. */
  intents: () => number;
  gatewayUrl: () => string;
}

/** A request's path parameter; the route's pattern says that it is there. */
export function param(request: FastifyRequest, name: string): string {
  return (request.params as Record<string, string>)[name] ?? '';
}

/** @returns the channel, if the bot can see it and has these permissions there */
export function channelFor(context: RestContext, id: string, permission = 0n): Channel {
  const { world } = context;
  const channel = world.channels.get(id);
  if (!channel) throw refuse.unknownChannel();
  if (permissionsIn(world, world.bot.id, channel) === 0n) throw refuse.missingAccess();
  if (!may(world, world.bot.id, channel, permission)) throw refuse.missingPermissions();
  return channel;
}

/** @returns an ordinary message of a channel; ephemeral ones can be reached by webhook only */
export function messageIn(context: RestContext, channel: Channel, id: string): Message {
  const message = context.world.messages.get(id);
  if (message?.channel_id !== channel.id || message.ephemeral_to) throw refuse.unknownMessage();
  return message;
}

/** @returns the rule for what the bot may read, by the intents it asked for */
export function readable(context: RestContext): (message: Message) => boolean {
  return (message) => mayRead(context.world, context.intents(), message);
}
