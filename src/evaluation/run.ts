import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { parseJson, readText } from './formats/read.ts';
import { measure, measureOnce } from './measure.ts';
import { bootstrap } from './metrics/bootstrap.ts';
import { type Outcome, outcomeSchema } from './outcome.ts';

const RUN_FORMAT = 2;

const runSchema = z.object({
  format: z.literal(RUN_FORMAT, { error: 'not a run that this version wrote' }),
  set: z.string(),
  /** ISO 8601 date and time. */
  createdAt: z.string(),
  model: z.string(),
  articles: z.number(),
  passages: z.number(),
  /** Asked of the whole set. */
  questions: z.number(),
  /** Questions that were to be asked and were not, because the run was broken off. */
  left: z.number(),
  figures: z.record(z.string(), z.number().nullable()),
  intervals: z.record(z.string(), z.tuple([z.number(), z.number()])),
  outcomes: z.array(outcomeSchema),
});

/** An evaluation that was run, with all that a report or a comparison needs. */
export type Run = z.output<typeof runSchema>;

/** Measures the outcomes, with bootstrap intervals where a figure is one of resampled questions. */
export async function summariseRun(
  about: Pick<Run, 'set' | 'model' | 'articles' | 'passages' | 'left'>,
  outcomes: Outcome[],
): Promise<Run> {
  return {
    format: RUN_FORMAT,
    createdAt: new Date().toISOString(),
    ...about,
    questions: outcomes.filter(({ protocol }) => protocol === 'whole').length,
    figures: { ...measure(outcomes), ...measureOnce(outcomes) },
    intervals: await bootstrap(outcomes, measure, { groupOf: stratum }),
    outcomes,
  };
}

/** What keeps its size when outcomes are drawn again: as many answerable ones, and so on. */
export function stratum({ protocol, kind }: Outcome): string {
  return `${protocol}/${kind}`;
}

/** Writes a run for a later comparison; a file is there whole or not at all. */
export async function writeRun(file: string, run: Run): Promise<void> {
  await writeFileAtomic(file, `${JSON.stringify(run)}\n`);
}

/** @throws CorpusError when the file is missing or not a run. */
export function readRun(file: string): Run {
  return parseJson(readText(file), runSchema, file);
}
