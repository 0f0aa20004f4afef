import { ChannelType, MessageFlags, MessageType } from 'discord.js';
import { createMessage } from './messages.ts';
import type { Channel, Message, User } from './types.ts';
import type { World } from './world.ts';

/** Opens a public thread, on a message (whose id it then takes) or on its own. */
export function createThread(
  world: World,
  parent: Channel,
  owner: User,
  name: string,
  from: Message | null,
  archiveMinutes?: number,
): Channel {
  const thread = addThread(world, parent, owner, name, archiveMinutes, from ? { id: from.id } : {});
  if (from) {
    from.thread = thread;
    from.flags |= MessageFlags.HasThread;
    world.publish('MESSAGE_UPDATE', from, parent, from.ephemeral_to);
    const first = { replyTo: from, type: MessageType.ThreadStarterMessage };
    createMessage(world, thread, from.author, { allowed_mentions: { parse: [] } }, first);
  }
  return thread;
}

/** Adds a public thread without any message, and tells everybody. */
export function addThread(
  world: World,
  parent: Channel,
  owner: User,
  name: string,
  archiveMinutes = 1440,
  others: Partial<Channel> = {},
): Channel {
  const thread = world.addChannel({
    type: ChannelType.PublicThread,
    guild_id: parent.guild_id,
    name,
    parent_id: parent.id,
    owner_id: owner.id,
    thread_members: new Set([owner.id]),
    thread_metadata: {
      archived: false,
      locked: false,
      auto_archive_duration: archiveMinutes,
      archive_timestamp: world.time(),
      create_timestamp: world.time(),
    },
    ...others,
  });
  world.publish('THREAD_CREATE', thread, thread);
  return thread;
}

/** Lets somebody join a thread; nothing happens to those who are in it. */
export function joinThread(world: World, thread: Channel, userId: string): void {
  if (thread.thread_members.has(userId)) return;
  thread.thread_members.add(userId);
  const data = {
    id: thread.id,
    guild_id: thread.guild_id,
    member_count: thread.thread_members.size,
    added_members: [threadMember(world, thread, userId)],
    removed_member_ids: [],
  };
  world.publish('THREAD_MEMBERS_UPDATE', data, thread);
}

/** Takes somebody out of a thread. */
export function leaveThread(world: World, thread: Channel, userId: string): void {
  if (!thread.thread_members.delete(userId)) return;
  const data = {
    id: thread.id,
    guild_id: thread.guild_id,
    member_count: thread.thread_members.size,
    added_members: [],
    removed_member_ids: [userId],
  };
  world.publish('THREAD_MEMBERS_UPDATE', data, thread);
}

/** @returns a thread member as the API sends it */
export function threadMember(world: World, thread: Channel, userId: string) {
  return { id: thread.id, user_id: userId, join_timestamp: world.time(), flags: 0 };
}
