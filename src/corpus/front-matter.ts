import { parseDocument } from 'yaml';
import { z } from 'zod';
import { ArticleError } from '../errors.ts';
import { splitNames } from './author-names.ts';
import { isoDate } from './calendar-date.ts';

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

const schema = z.looseObject({
  title: optional(text('must be a text')),
  authors: optional(list(NAMES, splitNames)),
  author: optional(list(NAMES, splitNames)),
  date: optional(
    z
      .string({ error: DATE })
      .transform((value) => isoDate(value.trim()))
      .pipe(z.string({ error: DATE })),
  ),
  url: optional(z.url({ protocol: /^https?$/, error: URL_RULE })),
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

export interface FrontMatter {
  title: string | null;
  authors: string[];
  /** ISO 8601 calendar date. */
  date: string | null;
  url: string | null;
  tags: string[];
  language: string | null;
}

export const NO_FRONT_MATTER: FrontMatter = {
  title: null,
  authors: [],
  date: null,
  url: null,
  tags: [],
  language: null,
};

/**
 * Reads the YAML between the `---` lines at the top of an article. Keys that it does not know are
 * left alone.
 *
 * @throws ArticleError that names the field, its value and what is allowed, or the broken line
 */
export function parseFrontMatter(file: string, yaml: string): FrontMatter {
  const fields = readYaml(file, yaml);
  const result = schema.safeParse(fields);
  if (!result.success) {
    const issue = result.error.issues[0];
    const field = String(issue?.path[0]);
    const value = clipped(JSON.stringify(fields[field]) ?? '');
    throw new ArticleError(file, `front matter: ${field}: ${value} ${issue?.message}`);
  }
  const { title, authors, author, date, url, tags, language } = result.data;
  return {
    title: title ?? null,
    authors: authors ?? author ?? [],
    date: date ?? null,
    url: url ?? null,
    tags: [...new Set(tags)],
    language: language ?? null,
  };
}

/** Every scalar is read as the text it was written as, so that a title may be `1984` or `007`. */
function readYaml(file: string, yaml: string): Record<string, unknown> {
  const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false });
  const error = document.errors[0];
  if (error) {
    // The YAML begins in the file's second line.
    const line = 1 + yaml.slice(0, error.pos[0]).split('\n').length;
    throw new ArticleError(file, `front matter is no YAML: line ${line}: ${error.message}`);
  }
  const fields = toPlain(file, () => document.toJS({ maxAliasCount: 100 }));
  if (fields === null || fields === '') return {};
  if (typeof fields !== 'object' || Array.isArray(fields)) {
    throw new ArticleError(file, 'front matter must be fields such as "title: A title"');
  }
  return fields as Record<string, unknown>;
}

function toPlain(file: string, convert: () => unknown): unknown {
  try {
    return convert();
  } catch (cause) {
    const { message } = cause as Error;
    throw new ArticleError(file, `front matter is no YAML: ${message}`, { cause });
  }
}

function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.trim())[0];
  } catch {
    return undefined;
  }
}

function clipped(value: string): string {
  return value.length > 60 ? `${value.slice(0, 59)}…` : value;
}
