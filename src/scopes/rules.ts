import type { Folder } from './folder.ts';
import { EVERYTHING, type Grant, type Rule, type Scope } from './scope.ts';

/** What `scopes.yaml` says: folders by Discord's ids. */
export interface Rules {
  /** Where no other rule is about the place. */
  default: readonly Folder[];
  /** Direct messages with the bot. */
  dms: readonly Folder[] | undefined;
  servers: ReadonlyMap<string, readonly Folder[]>;
  /** Threads, channels, forums and categories. */
  channels: ReadonlyMap<string, readonly Folder[]>;
  /** What each adds to private answers. */
  roles: ReadonlyMap<string, readonly Folder[]>;
}

/** Where something is read, and by whom. */
export interface Place {
  /** A direct message with the bot. */
  isDm: boolean;
  /** Null outside servers. */
  guildId: string | null;
  /** The channel and what it lies in, the innermost first: thread, channel or forum, category. */
  channelIds: readonly string[];
  /** The reader's roles, where nobody else reads along; else none. */
  roleIds: readonly string[];
}

/**
 * What is seen in a place: by the innermost rule that is about it (thread, channel, category,
 * server, `default`), and by the roles of whoever alone reads it. Without rules it is everything.
 */
export function scopeAt(rules: Rules | undefined, place: Place): Scope {
  if (!rules) return EVERYTHING;
  const roles = place.roleIds.flatMap((id) => granted(rules.roles, 'role', id));
  return { grants: [ofPlace(rules, place), ...roles] };
}

function ofPlace(rules: Rules, { isDm, guildId, channelIds }: Place): Grant {
  if (isDm && rules.dms) return { folders: rules.dms, rule: { kind: 'dms' } };
  const [innermost] = [
    ...channelIds.flatMap((id) => granted(rules.channels, 'channel', id)),
    ...(guildId === null ? [] : granted(rules.servers, 'server', guildId)),
  ];
  return innermost ?? { folders: rules.default, rule: { kind: 'default' } };
}

function granted(
  rules: ReadonlyMap<string, readonly Folder[]>,
  kind: Extract<Rule, { id: string }>['kind'],
  id: string,
): Grant[] {
  const folders = rules.get(id);
  return folders ? [{ folders, rule: { kind, id } }] : [];
}
