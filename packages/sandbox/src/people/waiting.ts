import type { WorldEvent } from '../world/events.ts';
import type { World } from '../world/world.ts';

/**
 * Waits until something is found: looked for at once, and again at every event.
 * @param find gets the event, or null at the first look; gives undefined to go on waiting
 * @returns what was found, or null once the time is over
 */
export function waitFor<T>(
  world: World,
  find: (event: WorldEvent | null) => T | undefined,
  timeoutMs: number,
): Promise<T | null> {
  const first = find(null);
  if (first !== undefined) return Promise.resolve(first);
  return new Promise((resolve) => {
    const stop = (result: T | null) => {
      clearTimeout(timer);
      leave();
      resolve(result);
    };
    const timer = setTimeout(() => stop(null), timeoutMs);
    const leave = world.events.subscribe((event) => {
      const found = find(event);
      if (found !== undefined) stop(found);
    });
  });
}
