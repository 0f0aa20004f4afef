import { memberJson } from '../world/json/people.ts';
import type { World } from '../world/world.ts';
import type { RequestMembers } from './protocol.ts';

/** @returns the answer to a request for members, by id or by the start of their name */
export function membersChunk(world: World, request: RequestMembers) {
  const { guild_id, query = '', user_ids, limit = 0, nonce } = request;
  const guild = world.guilds.get(guild_id);
  if (!guild) return null;
  const ids = user_ids === undefined ? null : [user_ids].flat();
  const found = [...guild.members.values()].filter(({ user }) =>
    ids ? ids.includes(user.id) : user.username.toLowerCase().startsWith(query.toLowerCase()),
  );
  return {
    guild_id,
    members: (limit > 0 && !ids ? found.slice(0, limit) : found).map(memberJson),
    chunk_index: 0,
    chunk_count: 1,
    not_found: (ids ?? []).filter((id) => !guild.members.has(id)),
    ...(nonce && { nonce }),
  };
}
