/**
 * How much of the wanted terms is held, by idf, in 0..1.
 *
 * @param wanted term → idf
 */
export function termShare(
  wanted: ReadonlyMap<string, number>,
  held: { has: (term: string) => boolean },
): number {
  let all = 0;
  let found = 0;
  for (const [term, idf] of wanted) {
    all += idf;
    if (held.has(term)) found += idf;
  }
  return all > 0 ? found / all : 0;
}
