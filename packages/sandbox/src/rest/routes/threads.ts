import { ChannelType, PermissionFlagsBits as P } from 'discord.js';
import type { FastifyInstance } from 'fastify';
import { Form } from '../../checks/form.ts';
import { checkMessage } from '../../checks/message.ts';
import { checkSchema, type SchemaName } from '../../checks/schema.ts';
import { channelJson } from '../../world/json/guild.ts';
import { messageJson } from '../../world/json/message.ts';
import { createPost } from '../../world/posts.ts';
import { createThread, joinThread, leaveThread, threadMember } from '../../world/threads.ts';
import type { Channel } from '../../world/types.ts';
import { channelFor, messageIn, param, type RestContext, readable } from '../context.ts';
import { refuse } from '../errors.ts';

interface ThreadBody {
  name?: string | null;
  archived?: boolean | null;
  locked?: boolean | null;
  auto_archive_duration?: number | null;
  applied_tags?: (string | null)[] | null;
  message?: unknown;
}

/** Channels as such, threads and who is in them. */
export function threadRoutes(app: FastifyInstance, context: RestContext): void {
  const { world } = context;
  const json = (channel: Channel) => channelJson(world, channel, world.bot.id);
  const thread = (id: string): Channel => {
    const channel = channelFor(context, id);
    if (!channel.thread_metadata) throw refuse.wrongChannelType();
    return channel;
  };
  const person = (name: string) => (name === '@me' ? world.bot.id : name);

  app.get('/channels/:channel', (request) => json(channelFor(context, param(request, 'channel'))));

  app.patch('/channels/:channel', async (request) => {
    const channel = thread(param(request, 'channel'));
    const body = await checked(request.body, 'UpdateThreadRequestPartialSchema');
    const own = channel.owner_id === world.bot.id && body.locked == null;
    if (!own) channelFor(context, channel.id, P.ManageThreads);
    const tags = body.applied_tags && tagsOf(world.channels.get(channel.parent_id ?? ''), body);
    if (tags) channel.applied_tags = tags;
    if (body.name) channel.name = body.name;
    const { thread_metadata: metadata } = channel;
    if (metadata) {
      metadata.archived = body.archived ?? metadata.archived;
      metadata.locked = body.locked ?? metadata.locked;
      metadata.auto_archive_duration = body.auto_archive_duration ?? metadata.auto_archive_duration;
    }
    world.publish('THREAD_UPDATE', channel, channel);
    return json(channel);
  });

  app.post('/channels/:channel/messages/:message/threads', async (request, reply) => {
    const parent = channelFor(context, param(request, 'channel'), P.CreatePublicThreads);
    const message = messageIn(context, parent, param(request, 'message'));
    const body = await checked(request.body, 'CreateTextThreadWithMessageRequestSchema');
    if (parent.type !== ChannelType.GuildText) throw refuse.wrongChannelType();
    if (message.thread) throw refuse.threadExists();
    const minutes = body.auto_archive_duration ?? undefined;
    const made = createThread(world, parent, world.bot, body.name ?? '', message, minutes);
    return reply.code(201).send(json(made));
  });

  app.post('/channels/:channel/threads', async (request, reply) => {
    const parent = channelFor(context, param(request, 'channel'));
    if (parent.type === ChannelType.GuildForum) {
      return reply.code(201).send(await post(parent, request.body));
    }
    channelFor(context, parent.id, P.CreatePublicThreads);
    const body = await checked(request.body, 'CreateTextThreadWithoutMessageRequestSchema');
    if (parent.type !== ChannelType.GuildText) throw refuse.wrongChannelType();
    const minutes = body.auto_archive_duration ?? undefined;
    const made = createThread(world, parent, world.bot, body.name ?? '', null, minutes);
    return reply.code(201).send(json(made));
  });

  const post = async (forum: Channel, input: unknown) => {
    channelFor(context, forum.id, P.SendMessages);
    const body = await checked(input, 'CreateForumThreadRequestSchema');
    const schema = 'MessageCreateRequestSchema';
    const first = await checkMessage(body.message, { schema, at: ['message'] });
    const minutes = body.auto_archive_duration ?? undefined;
    const title = body.name ?? '';
    const message = createPost(world, forum, world.bot, title, first, tagsOf(forum, body), minutes);
    const made = channelFor(context, message.channel_id);
    return { ...json(made), message: messageJson(world, message, readable(context)) };
  };

  /** The tags that a body sets. @throws ApiError where the bot may not set one of them */
  const tagsOf = (forum: Channel | undefined, { applied_tags }: ThreadBody): string[] => {
    const wanted = (applied_tags ?? []).filter((id) => id !== null);
    for (const id of wanted) {
      const tag = forum?.available_tags.find((one) => one.id === id);
      if (!forum || !tag) throw refuse.unknownTag();
      if (tag.moderated) channelFor(context, forum.id, P.ManageThreads);
    }
    return wanted;
  };

  app.get('/channels/:channel/thread-members', (request) => {
    const channel = thread(param(request, 'channel'));
    return [...channel.thread_members].map((id) => threadMember(world, channel, id));
  });

  app.get('/channels/:channel/thread-members/:user', (request) => {
    const channel = thread(param(request, 'channel'));
    const id = person(param(request, 'user'));
    if (!channel.thread_members.has(id)) throw refuse.unknownMember();
    return threadMember(world, channel, id);
  });

  app.put('/channels/:channel/thread-members/:user', (request, reply) => {
    const channel = thread(param(request, 'channel'));
    const id = person(param(request, 'user'));
    if (!world.guilds.get(channel.guild_id ?? '')?.members.has(id)) throw refuse.unknownMember();
    joinThread(world, channel, id);
    return reply.code(204).send();
  });

  app.delete('/channels/:channel/thread-members/:user', (request, reply) => {
    leaveThread(world, thread(param(request, 'channel')), person(param(request, 'user')));
    return reply.code(204).send();
  });

  app.get('/guilds/:guild/threads/active', (request) => {
    const threads = [...world.channels.values()].filter(
      (one) => one.guild_id === param(request, 'guild') && one.thread_metadata?.archived === false,
    );
    return { threads: threads.map(json), members: [] };
  });
}

async function checked(body: unknown, schema: SchemaName): Promise<ThreadBody> {
  const form = new Form();
  await checkSchema(form, schema, body);
  form.settle();
  const found = body as ThreadBody;
  if (found.name !== undefined && !found.name?.trim()) form.required(['name']);
  form.settle();
  return found;
}
