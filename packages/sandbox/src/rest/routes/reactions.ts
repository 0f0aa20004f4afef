import { PermissionFlagsBits as P } from 'discord.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { userJson } from '../../world/json/people.ts';
import { react } from '../../world/messages.ts';
import { channelFor, messageIn, param, type RestContext } from '../context.ts';
import { refuse } from '../errors.ts';

/** Different emoji on one message, from Discord's documentation. */
const REACTIONS = 20;

/** Reactions, of which the bot adds and takes away its own. */
export function reactionRoutes(app: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const path = '/channels/:channel/messages/:message/reactions/:emoji';

  const target = (request: FastifyRequest, permission: bigint) => {
    const channel = channelFor(context, param(request, 'channel'), permission);
    return messageIn(context, channel, param(request, 'message'));
  };

  app.put(`${path}/@me`, (request, reply) => {
    const message = target(request, P.AddReactions | P.ReadMessageHistory);
    if (message.reactions.length >= REACTIONS) throw refuse.tooManyReactions();
    react(world, message, world.bot, parseEmoji(param(request, 'emoji')), true);
    return reply.code(204).send();
  });

  app.delete(`${path}/@me`, (request, reply) => {
    react(world, target(request, 0n), world.bot, parseEmoji(param(request, 'emoji')), false);
    return reply.code(204).send();
  });

  app.get(path, (request) => {
    const emoji = parseEmoji(param(request, 'emoji'));
    const found = target(request, P.ReadMessageHistory).reactions.find(
      (one) => one.emoji.name === emoji.name && one.emoji.id === emoji.id,
    );
    return [...(found?.users ?? [])].flatMap((id) => {
      const user = world.users.get(id);
      return user ? [userJson(user)] : [];
    });
  });
}

/** Reads `👍` or `name:id`. */
function parseEmoji(text: string): { id: string | null; name: string } {
  const custom = /^([\w~]+):(\d+)$/.exec(text);
  if (custom?.[1] && custom[2]) return { id: custom[2], name: custom[1] };
  if (!/\p{Extended_Pictographic}|\p{Emoji_Presentation}|\u20e3/u.test(text)) {
    throw refuse.unknownEmoji();
  }
  return { id: null, name: text };
}
