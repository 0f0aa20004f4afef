import type { Channel } from '../world/types.ts';
import type { World } from '../world/world.ts';

/** A channel, its id, or its name with or without `#`. */
export type ChannelRef = string | { id: string };

/** @throws Error where there is no such channel */
export function findChannel(world: World, ref: ChannelRef): Channel {
  const name = typeof ref === 'string' ? ref.replace(/^#/, '') : ref.id;
  const found =
    world.channels.get(name) ?? [...world.channels.values()].find((one) => one.name === name);
  if (!found) throw new Error(`There is no channel "${name}".`);
  return found;
}
