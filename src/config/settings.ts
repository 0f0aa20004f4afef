import { resolve } from 'node:path';
import { z } from 'zod';
import { SettingError } from '../errors.ts';
import { readEnvFile } from './env-file.ts';
import { findMisspelt } from './misspelt.ts';
import { usableCores } from './usable-cores.ts';

const MAX_PROCESSES = 64;

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

const snowflake = /^\d{17,20}$/u;

const optional = (schema: z.ZodString) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const idList = z
  .string()
  .default('')
  .transform((value) => value.split(/[\s,]+/u).filter(Boolean))
  .refine((ids) => ids.every((id) => snowflake.test(id)), {
    error: 'must be ids (17 to 20 digits) with commas between them',
  });

const addressList = z
  .string()
  .default('')
  .transform((value) => value.split(/\s+/u).filter(Boolean))
  .refine((addresses) => addresses.every((address) => /^https?:\/\//u.test(address)), {
    error: 'must be addresses (https://…) with spaces between them',
  });

/** On unless 0 or false; empty is as if it were not set. */
const flag = (fallback: boolean) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .default('')
    .transform((value) => (value === '' ? fallback : !['0', 'false'].includes(value)));

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const settings = z.object({
  CORPUS_DIR: text('corpus').transform((path) => resolve(path)),
  INDEX_DIR: text('.pullquote/index').transform((path) => resolve(path)),
  STORE_URL: optional(
    z
      .string()
      .regex(
        /^postgres(?:ql)?:\/\/\S+\/\S+$/u,
        'must be an address such as postgres://user:password@host:5432/database',
      ),
  ),
  /** Where it is not said: `scopes.yaml` beside the folder of articles, if there is one. */
  SCOPES: optional(z.string()).transform((path) => path && resolve(path)),
  EMBEDDING_MODEL: text('bge-small-en-v1.5'),
  INFERENCE_PROCESSES: wholeNumber(Math.min(usableCores(), MAX_PROCESSES), 1, MAX_PROCESSES),
  MAX_ARTICLE_MB: wholeNumber(25, 1, 100),
  ARTICLE_TIMEOUT_SECONDS: wholeNumber(5, 1, 3_600),
  DISCORD_TOKEN: optional(
    z.string().regex(/^[\w.-]{20,}$/u, 'must be the token that the developer portal shows'),
  ),
  DISCORD_API_URL: optional(
    z
      .string()
      .regex(
        /^https?:\/\/[^\s/]+(?:\/\S*)?$/u,
        'must be an address such as http://127.0.0.1:8080/api',
      ),
  ).transform((url) => url?.replace(/\/+$/u, '')),
  ANSWER_CHANNELS: idList,
  ANSWER_FORUMS: idList,
  QUIET_UNLESS_SURE: flag(false),
  ANNOUNCE_CHANNEL: optional(
    z.string().regex(snowflake, 'must be the id of a channel (17 to 20 digits)'),
  ),
  ADD_IN_SERVERS: idList,
  HELPERS_ROLE: optional(z.string().regex(snowflake, 'must be the id of a role (17 to 20 digits)')),
  KEEP_QUESTIONS_DAYS: wholeNumber(0, 0, 365),
  QUESTIONS_PER_MINUTE: wholeNumber(6, 1, 1_000),
  SERVER_QUESTIONS_PER_MINUTE: wholeNumber(60, 1, 100_000),
  QUEUE_LIMIT: wholeNumber(50, 1, 10_000),
  DATA_DIR: text('.pullquote/data').transform((path) => resolve(path)),
  /** Where it is not said: info, or warn in the sandbox. */
  LOG_LEVEL: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).optional(),
  ),
  SANDBOX_PORT: wholeNumber(0, 0, 65_535),
  METRICS_PORT: wholeNumber(0, 0, 65_535),
  FOLLOW_CORPUS: flag(true),
  FEEDS: addressList,
  FEEDS_EVERY_MINUTES: wholeNumber(60, 5, 10_080),
  ALLOW_PRIVATE_ADDRESSES: flag(false),
  NO_OPEN: flag(false),
  CI: flag(false),
});

/** Never printed, not even when they are wrong. */
const SECRETS: readonly string[] = ['DISCORD_TOKEN', 'STORE_URL'];

/** What the setting MAX_ARTICLE_MB counts, in bytes. */
export const MEGABYTE = 2 ** 20;

export type Settings = z.infer<typeof settings>;

export const SETTING_NAMES: readonly string[] = Object.keys(settings.shape);

/** Too short to be told from a misspelt one. */
const MISSPELT_NAMES = SETTING_NAMES.filter((name) => name !== 'CI');

/**
 * Reads the settings from the environment; a `.env` file in the working directory fills in what
 * the environment does not say.
 *
 * @throws SettingError that names each wrong variable, its value and what is allowed.
 */
export function readSettings(environment: NodeJS.ProcessEnv = ownEnvironment()): Settings {
  const result = settings.safeParse(environment);
  if (result.success) return result.data;
  throw new SettingError(
    result.error.issues
      .map((issue) => {
        const name = String(issue.path[0]);
        const value = SECRETS.includes(name) ? '(hidden)' : (environment[name] ?? '');
        return `${name}=${value} ${issue.message}`;
      })
      .join('; '),
  );
}

/**
 * The environment with the lines of `.env`. Secrets are taken out of what programs inherit that
 * are started from here.
 *
 * @throws SettingError for a misspelt name in `.env`; in the environment, where it may be some
 *   other program's, it is told and passed over.
 */
function ownEnvironment(): NodeJS.ProcessEnv {
  const file = readEnvFile('.env');
  const wrong = findMisspelt(Object.keys(file), MISSPELT_NAMES);
  if (wrong.length > 0) {
    throw new SettingError(
      wrong.map(({ name, meant }) => `${name} in .env is no setting: write ${meant}`).join('; '),
    );
  }
  for (const { name, meant } of findMisspelt(Object.keys(process.env), MISSPELT_NAMES)) {
    console.error(`${name} in the environment is no setting, and not read; ${meant} is one.`);
  }
  const environment = { ...file, ...process.env };
  for (const name of SECRETS) delete process.env[name];
  return environment;
}
