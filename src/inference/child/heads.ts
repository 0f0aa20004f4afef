import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HEADS_FILE } from '../model-files.ts';

/** Layers are counted from 0; weights stand in the order of `pooled-states.ts`. */
const headsSchema = z.object({
  /** What the heads were fitted to, and how: for a person. */
  provenance: z.string(),
  /** Which sentence answers. */
  sentence: z.object({ layers: z.array(z.int()), weights: z.array(z.number()) }),
  /** Whether it is said at all: by the states of the question, and of the best sentence. */
  said: z.object({
    layers: z.array(z.int()),
    question: z.array(z.number()),
    sentence: z.array(z.number()),
    logit: z.number(),
    intercept: z.number(),
  }),
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
