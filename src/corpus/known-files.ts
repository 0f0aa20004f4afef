import { z } from 'zod';
import { articleId } from './article-files.ts';
import { DEFAULT_ARTICLE_TIMEOUT_MS, READING_VERSION, type ReadLimits } from './corpus-hash.ts';

const line = z.object({ file: z.string(), reason: z.string() });

const knownFile = z.object({
  file: z.string(),
  /** sha256 of the content, in hex. */
  digest: z.string(),
  /** What `stampOf` gave; null where the file may have changed since without another stamp. */
  stamp: z.string().nullable(),
  /** The files of its articles, as they are named: rows have names of their own. */
  articles: z.array(z.string()),
  warnings: z.array(line),
  unusable: z.array(line),
});

const record = z.object({
  version: z.number(),
  articleTimeoutMs: z.number(),
  files: z.array(knownFile),
});

/** What was found in a file that could be read: with the same content it would be found again. */
export type KnownFile = z.infer<typeof knownFile>;

/** An article of a file that is as it was, so that it was not read again. */
export interface KeptArticle {
  id: string;
  file: string;
}

/** What to keep of a reading for the next one, see {@link knownFiles}. */
export function recordFiles(
  files: readonly KnownFile[],
  { articleTimeoutMs = DEFAULT_ARTICLE_TIMEOUT_MS }: ReadLimits,
): string {
  return JSON.stringify({ version: READING_VERSION, articleTimeoutMs, files });
}

/**
 * The files that need not be read again: as {@link recordFiles} gave them, by name.
 *
 * @param isHeld whether an article of this id is still there
 * @returns none of a record that was made by other rules, or that is none
 */
export function knownFiles(
  kept: string | undefined,
  { articleTimeoutMs = DEFAULT_ARTICLE_TIMEOUT_MS }: ReadLimits,
  isHeld: (articleId: string) => boolean,
): Map<string, KnownFile> {
  if (kept === undefined) return new Map();
  const { data } = record.safeParse(JSON.parse(kept));
  if (data?.version !== READING_VERSION || data.articleTimeoutMs !== articleTimeoutMs) {
    return new Map();
  }
  const whole = data.files.filter(({ articles }) => articles.map(articleId).every(isHeld));
  return new Map(whole.map((file) => [file.file, file]));
}
