import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
import { QUESTION_KINDS } from '../evaluation-set.ts';

const recordSchema = z.object({
  id: z.string(),
  question: z.string(),
  kind: z.enum(QUESTION_KINDS),
  passage: z.string(),
  isOwn: z.boolean(),
  answers: z.array(z.number()),
  found: z.object({ fused: z.number(), dense: z.number(), lexical: z.number() }).optional(),
  logit: z.number(),
  /** Sentences of the passage. */
  sentences: z.number(),
});

/** One question and one passage that were read together. */
export type StatesRecord = z.output<typeof recordSchema>;

/** With the pooled states of the question, and those of each sentence. */
export interface StatesExample extends StatesRecord {
  asked: Float32Array;
  said: Float32Array[];
}

/** Writes examples to `NAME.jsonl`, and their states, one after the other, to `NAME.f32`. */
export function createStatesFile(name: string) {
  const lines = createWriteStream(`${name}.jsonl`);
  const states = createWriteStream(`${name}.f32`);
  return {
    write({ asked, said, ...record }: StatesExample): void {
      lines.write(`${JSON.stringify(record)}\n`);
      for (const part of [asked, ...said]) states.write(Buffer.from(part.buffer));
    },
    async close(): Promise<void> {
      lines.end();
      states.end();
      await Promise.all([finished(lines), finished(states)]);
    },
  };
}

/** @param sizes numbers of a question's and of a sentence's states */
export async function* readStatesFile(
  name: string,
  sizes: { asked: number; said: number },
): AsyncGenerator<StatesExample> {
  const floats = floatsOf(`${name}.f32`);
  for (const line of readFileSync(`${name}.jsonl`, 'utf8').split('\n').filter(Boolean)) {
    const record = recordSchema.parse(JSON.parse(line));
    const asked = await floats(sizes.asked);
    const said: Float32Array[] = [];
    for (let index = 0; index < record.sentences; index++) said.push(await floats(sizes.said));
    yield { ...record, asked, said };
  }
}

/** Reads a file of numbers piece by piece: it may be longer than a buffer can be. */
function floatsOf(file: string): (count: number) => Promise<Float32Array> {
  const chunks = createReadStream(file, { highWaterMark: 1 << 22 })[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);
  return async (count) => {
    const pieces = [rest];
    let length = rest.length;
    while (length < 4 * count) {
      const { value } = await chunks.next();
      if (!value) throw new RangeError(`${file} is too short`);
      pieces.push(value);
      length += value.length;
    }
    const all = pieces.length > 1 ? Buffer.concat(pieces) : rest;
    rest = all.subarray(4 * count);
    const floats = new Float32Array(count);
    Buffer.from(floats.buffer).set(all.subarray(0, 4 * count));
    return floats;
  };
}
