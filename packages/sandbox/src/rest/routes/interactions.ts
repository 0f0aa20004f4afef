import { InteractionResponseType, MessageFlags } from 'discord.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkMessage } from '../../checks/message.ts';
import type { Interaction } from '../../interactions/interaction.ts';
import { fullContent, messageJson } from '../../world/json/message.ts';
import { deleteMessage } from '../../world/messages.ts';
import type { Message } from '../../world/types.ts';
import { param, type RestContext } from '../context.ts';
import { refuse } from '../errors.ts';

/** What a bot answers to interactions: the first response, and its webhook's messages. */
export function interactionRoutes(app: FastifyInstance, context: RestContext): void {
  const { world, interactions } = context;
  const json = (message: Message) => messageJson(world, message, fullContent);

  app.post('/interactions/:interaction/:token/callback', async (request, reply) => {
    const interaction = await interactions.respond(
      param(request, 'interaction'),
      param(request, 'token'),
      request.body as { type: InteractionResponseType; data?: unknown },
    );
    const query = request.query as { with_response?: string };
    if (query.with_response !== 'true') return reply.code(204).send();
    return callbackResponse(interaction, json);
  });

  app.post('/webhooks/:application/:token', async (request) => {
    const interaction = open(request);
    const { original } = interaction;
    const body = await checkMessage(request.body, {
      schema: 'IncomingWebhookInteractionRequestSchema',
      ...(original && original.flags & MessageFlags.Loading && { editing: original }),
    });
    return json(interactions.followUp(interaction, body));
  });

  const path = '/webhooks/:application/:token/messages/:message';
  app.get(path, (request) => json(target(request)));

  app.patch(path, async (request) => {
    const interaction = open(request);
    const message = target(request);
    const schema = 'IncomingWebhookUpdateRequestPartialSchema';
    const body = await checkMessage(request.body, { schema, editing: message });
    return json(interactions.edit(interaction, message, body));
  });

  app.delete(path, (request, reply) => {
    deleteMessage(world, target(request));
    return reply.code(204).send();
  });

  function open(request: FastifyRequest): Interaction {
    return interactions.byToken(param(request, 'application'), param(request, 'token'));
  }

  function target(request: FastifyRequest): Message {
    const { original, followUps } = open(request);
    const id = param(request, 'message');
    const message =
      id === '@original' ? original : [original, ...followUps].find((one) => one?.id === id);
    if (!message || message.deleted) throw refuse.unknownMessage();
    return message;
  }
}

function callbackResponse(interaction: Interaction, json: (message: Message) => object) {
  const { id, type, original, reply } = interaction;
  const flags = original?.flags ?? 0;
  const withMessage = original && reply !== InteractionResponseType.DeferredMessageUpdate;
  return {
    interaction: {
      id,
      type,
      ...(original && {
        response_message_id: original.id,
        response_message_loading: (flags & MessageFlags.Loading) !== 0,
        response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
      }),
    },
    ...(withMessage && { resource: { type: reply, message: json(original) } }),
  };
}
