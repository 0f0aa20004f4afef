import { LRUCache } from 'lru-cache';
import { keyOf, type Scope, shows } from '../../scopes/scope.ts';
import type { Generation } from './generation.ts';
import { type Library, withCatalogue } from './library.ts';

/** Each has a catalogue and the answers that were given from it; those that are used least go. */
const MAX_KEPT = 32;

/**
 * What is seen of whatever generation answers now. The same object for scopes of the same articles,
 * until the generation is swapped: what is remembered with a library is shared by all who see the
 * same, and by nobody else.
 */
export type Libraries = (scope: Scope) => Library;

/** The only place that narrows what is seen: all else is given a library that holds no more. */
export function scopedLibraries(current: () => Generation): Libraries {
  let followed: { generation: Generation; whole: Library } | undefined;
  const narrowed = new LRUCache<string, Library>({ max: MAX_KEPT });
  return (scope) => {
    const generation = current();
    if (followed?.generation !== generation) {
      followed = { generation, whole: withCatalogue(generation) };
      narrowed.clear();
    }
    const key = keyOf(scope);
    const known = narrowed.get(key);
    if (known) return known;
    const all = generation.articles();
    const visible = new Set(all.flatMap(({ id }) => (shows(scope, id) ? [id] : [])));
    if (visible.size === all.length) return followed.whole;
    const library = withCatalogue(generation, visible);
    narrowed.set(key, library);
    return library;
  };
}
