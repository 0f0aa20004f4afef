import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { SettingError } from './errors.ts';

const text = (fallback: string) =>
  z
    .string()
    .trim()
    .transform((value) => value || fallback)
    .default(fallback);

const wholeNumber = (fallback: number, least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.preprocess(
    (value) => (value === undefined || value === '' ? fallback : Number(value)),
    z.number({ error }).int({ error }).min(least, { error }).max(most, { error }),
  );
};

const settings = z.object({
  CORPUS_DIR: text('corpus').transform((path) => resolve(path)),
  INDEX_DIR: text('.pullquote/index').transform((path) => resolve(path)),
  EMBEDDING_MODEL: text('bge-small-en-v1.5'),
  INFERENCE_PROCESSES: wholeNumber(availableParallelism(), 1, 64),
  MAX_ARTICLE_MB: wholeNumber(5, 1, 100),
});

/** What the setting MAX_ARTICLE_MB counts, in bytes. */
export const MEGABYTE = 2 ** 20;

export type Settings = z.infer<typeof settings>;

/**
 * Reads the settings from the environment; a `.env` file in the working directory fills in what
 * the environment does not say.
 *
 * @throws SettingError that names each wrong variable, its value and what is allowed.
 */
export function readSettings(environment: NodeJS.ProcessEnv = withEnvFile()): Settings {
  const result = settings.safeParse(environment);
  if (result.success) return result.data;
  throw new SettingError(
    result.error.issues
      .map((issue) => {
        const name = String(issue.path[0]);
        return `${name}=${environment[name] ?? ''} ${issue.message}`;
      })
      .join('; '),
  );
}

function withEnvFile(): NodeJS.ProcessEnv {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new SettingError(`.env cannot be read: ${(error as Error).message}`);
    }
  }
  return process.env;
}
