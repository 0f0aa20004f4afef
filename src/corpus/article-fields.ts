import { z } from 'zod';
import { splitNames } from './author-names.ts';
import { isoDate } from './calendar-date.ts';
import { clipped } from './draft.ts';

const MAX_URL_LENGTH = 2_000;
const MAX_LANGUAGE_LENGTH = 100;

/** Empty, `~` and `null` count as not given. */
const isAbsent = (value: unknown) => value === '' || value === '~' || value === 'null';
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (isAbsent(value) ? undefined : value), schema.optional());

const text = (error: string) => z.string({ error }).trim().min(1, { error });
const list = (error: string, split: (value: string) => string[]) =>
  z.union([z.string().transform(split), z.array(text(error))], { error });

const NAMES = 'must be a name or a list of names';
const TAGS = 'must be a list of words, or words with commas between them';
const DATE = 'must be a day of the calendar, written as 2025-03-31';
const URL_RULE = 'must be an address that begins with https:// or http://';
const LANGUAGE = 'must be a language tag (BCP 47) such as en or pt-BR';

const authors = optional(list(NAMES, splitNames));

const schema = z.object({
  title: optional(text('must be a text')),
  authors,
  author: authors,
  date: optional(
    z
      .string({ error: DATE })
      .transform((value) => isoDate(value.trim()))
      .pipe(z.string({ error: DATE })),
  ),
  url: optional(
    z
      .string({ error: URL_RULE })
      .max(MAX_URL_LENGTH, URL_RULE)
      .pipe(z.url({ protocol: /^https?$/, error: URL_RULE })),
  ),
  tags: optional(
    list(TAGS, (value) =>
      value
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ),
  language: optional(
    z
      .string({ error: LANGUAGE })
      .transform(canonicalLanguage)
      .pipe(z.string({ error: LANGUAGE })),
  ),
});

/** What a file may say of its article in named fields: front matter, JSON, a row of a table. */
export interface ArticleFields {
  title: string | null;
  authors: string[];
  /** ISO 8601 calendar date. */
  date: string | null;
  url: string | null;
  tags: string[];
  language: string | null;
  /** A line for each field that is wrong: which, its value, and what is allowed. */
  warnings: string[];
}

export const NO_FIELDS: ArticleFields = {
  title: null,
  authors: [],
  date: null,
  url: null,
  tags: [],
  language: null,
  warnings: [],
};

/**
 * Reads named fields. Names that it does not know are left alone; a field that is wrong is left
 * out, with a warning.
 */
export function readFields(fields: Readonly<Record<string, unknown>>): ArticleFields {
  const wrong = new Map(
    schema.safeParse(fields).error?.issues.map(({ path, message }) => [String(path[0]), message]),
  );
  const right = Object.entries(fields).filter(([field]) => !wrong.has(field));
  const { title, author, authors, date, url, tags, language } = schema.parse(
    Object.fromEntries(right),
  );
  return {
    title: title ?? null,
    authors: authors ?? author ?? [],
    date: date ?? null,
    url: url ?? null,
    tags: [...new Set(tags)],
    language: language ?? null,
    warnings: [...wrong].map(([field, message]) => `${field}: ${shown(fields[field])} ${message}`),
  };
}

/** A value in a few characters; an alias may have put it into itself. */
function shown(value: unknown): string {
  try {
    return clipped(JSON.stringify(value), 60);
  } catch {
    return 'a value that holds itself';
  }
}

/** A BCP 47 tag as it is written (`en-GB`); undefined for what is none. */
export function canonicalLanguage(tag: string): string | undefined {
  if (tag.length > MAX_LANGUAGE_LENGTH) return undefined;
  try {
    return Intl.getCanonicalLocales(tag.trim())[0];
  } catch {
    return undefined;
  }
}
