import { type CacheFactory, type Channel, Collection, type Message, Options } from 'discord.js';
import { LRUCache } from 'lru-cache';

/** Of all channels together, in bytes: some hundred cards, some thousand short messages. */
const MESSAGES_BYTES = 4 * 2 ** 20;
/** What a message takes besides its texts; its components and embeds are unfolded by the client. */
const MESSAGE_BYTES = 2_000;
const BYTES_PER_CHARACTER = 2;
const UNFOLDED = 3;

/** Of all servers, of one, and of one thread. */
const MAX_USERS = 1_000;
const MAX_MEMBERS = 200;
const MAX_THREAD_MEMBERS = 10;

/** The client makes them anew for whoever writes. */
const MAX_DM_CHANNELS = 1_000;

/** What this bot never looks at. */
const UNUSED = Object.fromEntries(
  [
    'AutoModerationRuleManager',
    'BaseGuildEmojiManager',
    'GuildBanManager',
    'GuildEmojiManager',
    'GuildInviteManager',
    'GuildScheduledEventManager',
    'GuildSoundboardSoundManager',
    'GuildStickerManager',
    'PresenceManager',
    'ReactionManager',
    'ReactionUserManager',
    'StageInstanceManager',
    'VoiceStateManager',
  ].map((name) => [name, 0]),
);

/** Archived threads are dropped after `lifetime`, and looked for every `interval`; in seconds. */
export const SWEEPERS = { threads: { interval: 600, lifetime: 3_600 } };

/** What the client remembers, bounded whatever happens on Discord; it always knows itself. */
export function boundedCaches(): CacheFactory {
  const isSelf = (one: { id: string; client: { user: { id: string } | null } }) =>
    one.id === one.client.user?.id;
  const limited = Options.cacheWithLimits({
    ...UNUSED,
    UserManager: { maxSize: MAX_USERS, keepOverLimit: isSelf },
    GuildMemberManager: { maxSize: MAX_MEMBERS, keepOverLimit: isSelf },
    ThreadMemberManager: { maxSize: MAX_THREAD_MEMBERS, keepOverLimit: isSelf },
  });
  const shared: Record<string, () => Collection<string, unknown>> = {
    MessageManager: sharedCache(MESSAGES_BYTES, bytesOf),
    // Those of a server stay: the client relies on them.
    ChannelManager: sharedCache(MAX_DM_CHANNELS, (one: Channel) => (one.isDMBased() ? 1 : 0)),
  };
  const factory = (...[type, holds, manager]: Parameters<CacheFactory>) =>
    shared[type.name]?.() ?? limited(type, holds, manager);
  return factory as CacheFactory;
}

function bytesOf({ content, components, embeds }: Message): number {
  const unfolded = JSON.stringify(components).length + JSON.stringify(embeds).length;
  const characters = content.length + UNFOLDED * unfolded;
  return MESSAGE_BYTES + BYTES_PER_CHARACTER * characters;
}

/**
 * @param sizeOf 0 for what always stays
 * @returns what makes collections that share one limit of size: beyond it the oldest entries go
 */
function sharedCache<V extends {}>(maxSize: number, sizeOf: (value: V) => number) {
  const all = new LRUCache<string, Collection<string, V>>({
    maxSize,
    // Not `dispose`: that comes while the entry is still being taken out.
    disposeAfter: (owner, key, reason) => {
      if (reason === 'evict') owner.delete(key);
    },
  });
  class SharedCollection extends Collection<string, V> {
    override set(key: string, value: V): this {
      const size = sizeOf(value);
      if (size > 0) all.set(key, this, { size });
      return super.set(key, value);
    }

    override delete(key: string): boolean {
      if (all.peek(key) === this) all.delete(key);
      return super.delete(key);
    }

    /** What is filtered or mapped is no cache. */
    static override get [Symbol.species]() {
      return Collection;
    }
  }
  return () => new SharedCollection();
}
