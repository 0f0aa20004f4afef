import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HEADS_FILE } from '../model-files.ts';

const headSchema = z.object({
  /** The layers that are looked at, counted from 0. */
  layers: z.array(z.int().min(0)).min(1),
  /** One for each number that the states are pooled to, in the order of `pooled-states.ts`. */
  weights: z.array(z.number()),
});

const headsSchema = z.object({
  /** What the heads were fitted to, and how: for a person. */
  provenance: z.string(),
  sentence: headSchema,
  said: headSchema.extend({ logit: z.number(), intercept: z.number() }),
});

/** Weighted sums over a cross-encoder's inner states: `npm run fit-reader` makes them. */
export type Heads = z.output<typeof headsSchema>;

/** The heads in a model's folder; undefined where it has none. @throws when they are not heads. */
export async function readHeads(folder: string): Promise<Heads | undefined> {
  const path = join(folder, HEADS_FILE);
  if (!existsSync(path)) return undefined;
  const heads = headsSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (heads.success) return heads.data;
  throw new Error(`${HEADS_FILE}: ${z.prettifyError(heads.error)}`);
}
