/**
 * What the sandbox remembers, in the form in which Discord's API sends it (API v10). Only the
 * fields that bots read are there.
 */

export interface User {
  id: string;
  username: string;
  global_name: string | null;
  discriminator: string;
  avatar: string | null;
  bot: boolean;
}

/** A file that somebody uploaded. */
export interface Attachment {
  id: string;
  filename: string;
  bytes: Buffer;
  content_type: string | null;
}

export interface Role {
  id: string;
  name: string;
  /** A bit set as a decimal string. */
  permissions: string;
  color: number;
  position: number;
  hoist: boolean;
  managed: boolean;
  mentionable: boolean;
  tags?: { bot_id: string };
}

export interface Member {
  user: User;
  nick: string | null;
  roles: string[];
  joined_at: string;
}

export interface Overwrite {
  id: string;
  /** 0 for a role, 1 for a member. */
  type: 0 | 1;
  allow: string;
  deny: string;
}

interface ThreadMetadata {
  archived: boolean;
  locked: boolean;
  auto_archive_duration: number;
  archive_timestamp: string;
  create_timestamp: string;
}

/** What posts of a forum can be marked with. */
interface ForumTag {
  id: string;
  name: string;
  /** Whether only those who manage threads may set it. */
  moderated: boolean;
  emoji_id: null;
  emoji_name: string | null;
}

/**
 * A text channel, a forum, a thread (`thread_metadata` is there; in a forum it is a post) or a DM
 * (`guild_id` is null).
 */
export interface Channel {
  id: string;
  type: number;
  guild_id: string | null;
  name: string | null;
  topic: string | null;
  position: number;
  parent_id: string | null;
  permission_overwrites: Overwrite[];
  /** Of a forum: its newest post. */
  last_message_id: string | null;
  /** Of a DM: the person; the bot is the other one. */
  recipient: User | null;
  owner_id: string | null;
  thread_metadata: ThreadMetadata | null;
  /** Of a thread. */
  thread_members: Set<string>;
  /** Of a forum. */
  available_tags: ForumTag[];
  /** Of a post: ids of its forum's tags. */
  applied_tags: string[];
}

export interface Guild {
  id: string;
  name: string;
  owner_id: string;
  preferred_locale: string;
  joined_at: string;
  roles: Map<string, Role>;
  members: Map<string, Member>;
}

export interface Component {
  type: number;
  id?: number;
  custom_id?: string;
  style?: number;
  label?: string | null;
  url?: string;
  emoji?: { id?: string | null; name?: string | null };
  disabled?: boolean;
  content?: string;
  placeholder?: string;
  min_values?: number;
  max_values?: number;
  options?: SelectOption[];
  accent_color?: number | null;
  spoiler?: boolean;
  divider?: boolean;
  spacing?: number;
  media?: { url: string };
  description?: string | null;
  accessory?: Component;
  component?: Component;
  components?: Component[];
}

interface SelectOption {
  label: string;
  value: string;
  description?: string;
  default?: boolean;
}

export interface Embed {
  title?: string;
  description?: string;
  url?: string;
  color?: number;
  timestamp?: string;
  footer?: { text: string };
  author?: { name: string; url?: string };
  fields?: { name: string; value: string; inline?: boolean }[];
}

interface MessageReference {
  type: number;
  message_id: string;
  channel_id: string;
  guild_id?: string;
}

export interface Reaction {
  emoji: { id: string | null; name: string };
  users: Set<string>;
}

export interface InteractionMetadata {
  id: string;
  type: number;
  user: User;
  /** Of a command. */
  name?: string;
}

/** A message as the sandbox keeps it. It is changed in place, so whoever holds it sees edits. */
export interface Message {
  id: string;
  channel_id: string;
  author: User;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  tts: boolean;
  mention_everyone: boolean;
  mentions: User[];
  mention_roles: string[];
  embeds: Embed[];
  components: Component[];
  reactions: Reaction[];
  pinned: boolean;
  type: number;
  flags: number;
  message_reference: MessageReference | null;
  /** The message that is replied to; null where it is gone. */
  referenced_message: Message | null;
  /** Of what a bot says in answer to an interaction. */
  webhook_id: string | null;
  interaction_metadata: InteractionMetadata | null;
  thread: Channel | null;
  /** The only person who sees an ephemeral message; null for ordinary ones. */
  ephemeral_to: string | null;
  deleted: boolean;
}

export interface CommandOption {
  type: number;
  name: string;
  description: string;
  name_localizations?: Record<string, string> | null;
  description_localizations?: Record<string, string> | null;
  required?: boolean;
  autocomplete?: boolean;
  choices?: { name: string; value: string | number }[];
  options?: CommandOption[];
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
}

export interface Command {
  id: string;
  application_id: string;
  guild_id?: string;
  version: string;
  /** 1 slash, 2 user, 3 message. */
  type: number;
  name: string;
  description: string;
  name_localizations: Record<string, string> | null;
  description_localizations: Record<string, string> | null;
  options?: CommandOption[];
  default_member_permissions: string | null;
  contexts: number[] | null;
  integration_types: number[];
  dm_permission: boolean;
  nsfw: boolean;
}
