import type { Random } from '../../src/evaluation/random.ts';

type Parent = Record<string, unknown>;

const DEEP = JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`) as unknown;

/** What takes the place of a value: all that JSON can hold, and little of what is expected. */
const ODD: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  true,
  '',
  'x',
  '0',
  '-1',
  '99999999999999999999999',
  'not-a-date',
  'x'.repeat(5_000),
  '\u0000\ud800',
  [],
  [null],
  [[]],
  {},
  { id: null },
  { id: 'x' },
  DEEP,
];

/** A copy of some JSON in which one to three values are odd, missing or swapped with another. */
export function mutate(value: unknown, random: Random): unknown {
  const root: Parent = { value: structuredClone(value) };
  for (let changes = 1 + random.below(3); changes > 0; changes--) {
    const places = placesIn(root);
    const [parent, key] = places[random.below(places.length)] ?? [root, 'value'];
    const [other, otherKey] = places[random.below(places.length)] ?? [root, 'value'];
    const what = random.below(10);
    if (what === 0) delete parent[key];
    else if (what === 1) parent[key] = structuredClone(other[otherKey]);
    else parent[key] = structuredClone(ODD[random.below(ODD.length)]);
  }
  return root.value;
}

function placesIn(parent: Parent): [parent: Parent, key: string][] {
  return Object.entries(parent).flatMap(([key, value]) => [
    [parent, key] as [Parent, string],
    ...(typeof value === 'object' && value !== null ? placesIn(value as Parent) : []),
  ]);
}
