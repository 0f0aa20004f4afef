import leven from 'leven';

/** From this length on, in letters, a name may have two wrong ones; a shorter one may be another word. */
const LONG_NAME = 9;

/**
 * Finds names that were meant to be others: in lower case, with a hyphen, or with a letter wrong.
 *
 * @returns each such name with the one that is nearest
 */
export function findMisspelt(
  names: readonly string[],
  known: readonly string[],
): { name: string; meant: string }[] {
  return names
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      const written = name.toUpperCase().replaceAll('-', '_');
      const meant = known
        .map((other) => ({ other, distance: leven(written, other) }))
        .filter(({ other, distance }) => distance <= (other.length >= LONG_NAME ? 2 : 1))
        .toSorted((a, b) => a.distance - b.distance)[0];
      return meant ? [{ name, meant: meant.other }] : [];
    });
}
