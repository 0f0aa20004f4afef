import iconv from 'iconv-lite';
import { type ArticleParser, isArticleName, type ParsedArticle } from '../corpus/index.ts';
import { ArticleError, FetchError } from '../errors.ts';
import { articleMarkdown } from './article-markdown.ts';
import type { NewFile } from './new-file.ts';
import { savedName } from './saved-name.ts';
import type { Web, WebFile } from './web.ts';

/** The ending of a file by its media type; of any other the address must tell it. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'md',
  'text/plain': 'txt',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/epub+zip': 'epub',
};

/** A page that has become an article, not saved yet. */
export interface ReadPage extends NewFile, ParsedArticle {}

/**
 * Gets a page and reads its article, in a process of its own. A web page becomes Markdown; what is
 * an article file already is kept as it is.
 *
 * @throws FetchError when it cannot be had, or no article can be read from it
 */
export async function readPage(
  address: string,
  web: Web,
  parser: ArticleParser,
): Promise<ReadPage> {
  const found = await web.get(address);
  if (!found) throw new FetchError(address, 'cannot be had');
  const ending = endingOf(found);
  const name = savedName(found.url);
  const page = await read(`${name}.${ending}`, inUtf8(found), parser);
  if (ending !== 'html') return { file: `${name}.${ending}`, content: found.bytes, ...page };
  const cited = { ...page.article, url: page.article.url ?? found.url.href };
  const file = `${name}.md`;
  const content = Buffer.from(articleMarkdown(cited, page.passages));
  // What is saved is what will be quoted, so it is what is shown before it is.
  const saved = await read(file, { ...found, bytes: content }, parser);
  return { file, content, ...saved, warnings: page.warnings };
}

/** A page whose server alone says that it is in another encoding. */
function inUtf8(found: WebFile): WebFile {
  const { bytes, type, charset } = found;
  if (!type.startsWith('text/') || !charset || /^utf-?8$/.test(charset)) return found;
  return iconv.encodingExists(charset)
    ? { ...found, bytes: Buffer.from(iconv.decode(bytes, charset)) }
    : found;
}

async function read(
  file: string,
  found: WebFile,
  parser: ArticleParser,
): Promise<ParsedArticle & Pick<NewFile, 'warnings'>> {
  const { url } = found;
  try {
    const { articles, warnings } = await parser.parse({ file, bytes: found.bytes });
    const [only] = articles;
    if (!only || articles.length > 1) throw new FetchError(url.href, 'holds more than one article');
    return { ...only, warnings: warnings.map(({ reason }) => reason) };
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    throw new FetchError(url.href, `gives no article: it ${error.reason}`, { cause: error });
  }
}

function endingOf({ type, url }: WebFile): string {
  const named = /\.(\w+)$/.exec(url.pathname)?.[1]?.toLowerCase();
  const byType = ENDINGS[type];
  // Servers give Markdown and feeds of rows as plain text.
  if (named && isArticleName(`a.${named}`) && (byType === undefined || byType === 'txt'))
    return named;
  if (byType && isArticleName(`a.${byType}`)) return byType;
  throw new FetchError(
    url.href,
    `is ${type || 'of no type that its server tells'}, which is no article`,
  );
}
