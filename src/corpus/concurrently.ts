/**
 * Does a thing to each item, several at a time, each lane one after the other.
 *
 * @param lanes how many at a time; `act` is told in which lane (from 0) it is
 * @returns the results in the order of the items; rejects with the first failure
 */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  lanes: number,
  act: (item: Item, lane: number) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  const left = items.entries();
  const run = async (lane: number) => {
    for (const [index, item] of left) results[index] = await act(item, lane);
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)));
  return results;
}
