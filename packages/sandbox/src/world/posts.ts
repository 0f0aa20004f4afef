import { createMessage, type MessageBody } from './messages.ts';
import { addThread } from './threads.ts';
import type { Channel, Message, User } from './types.ts';
import type { World } from './world.ts';

/**
 * Opens a post in a forum: a thread, and in it the message that it begins with, which has the
 * thread's id. As at Discord, THREAD_CREATE comes before the MESSAGE_CREATE.
 * @param tags ids of tags of the forum
 */
export function createPost(
  world: World,
  forum: Channel,
  owner: User,
  title: string,
  body: MessageBody,
  tags: readonly string[],
  archiveMinutes?: number,
): Message {
  const thread = addThread(world, forum, owner, title, archiveMinutes, { applied_tags: [...tags] });
  forum.last_message_id = thread.id;
  return createMessage(world, thread, owner, body, { id: thread.id });
}

/** Sets the tags of a post, and tells everybody. */
export function tagPost(world: World, post: Channel, tags: readonly string[]): void {
  post.applied_tags = [...tags];
  world.publish('THREAD_UPDATE', post, post);
}
