import { type ArticleParser, endingFor, type ParsedArticle } from '../corpus/index.ts';
import { ArticleError, FetchError } from '../errors.ts';
import type { NewFile } from './new-file.ts';
import { uploadedName } from './saved-name.ts';

/** A file that has become articles, not saved yet. */
export interface ReadUpload extends NewFile {
  articles: ParsedArticle[];
}

/**
 * Reads the articles of a file, in a process of its own. Its content tells the format where its
 * name does not, or tells another one.
 *
 * @param name as whoever uploaded it calls it
 * @throws FetchError when no article can be read from it
 */
export async function readUpload(
  name: string,
  content: Buffer,
  parser: ArticleParser,
): Promise<ReadUpload> {
  const ending = endingFor(name, content);
  if (ending === undefined) throw new FetchError(name, 'is of no format that articles are read in');
  const file = `${uploadedName(name)}.${ending}`;
  try {
    const { articles, warnings, unusable } = await parser.parse({ file, bytes: content });
    const wrong = [...warnings, ...unusable].map((one) =>
      one.file === file ? one.reason : `${one.file.slice(file.length)} ${one.reason}`,
    );
    return { file, content, articles, warnings: wrong };
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    throw new FetchError(name, error.reason, { cause: error });
  }
}
