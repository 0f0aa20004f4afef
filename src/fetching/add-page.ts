import { access, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import writeFileAtomic from 'write-file-atomic';
import { type ArticleParser, isArticleName } from '../corpus/index.ts';
import { ArticleError, FetchError } from '../errors.ts';
import type { Article, Passage } from '../passage.ts';
import { articleMarkdown } from './article-markdown.ts';
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
export interface ReadPage {
  /** Path below the corpus folder. */
  file: string;
  content: string | Buffer;
  article: Article;
  passages: Passage[];
}

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
  const { article, passages } = await read(`${name}.${ending}`, inUtf8(found), parser);
  if (ending !== 'html')
    return { file: `${name}.${ending}`, content: found.bytes, article, passages };
  const cited = { ...article, url: article.url ?? found.url.href };
  const file = `${name}.md`;
  const content = articleMarkdown(cited, passages);
  // What is saved is what will be quoted, so it is what is shown before it is.
  const saved = await read(file, { ...found, bytes: Buffer.from(content) }, parser);
  return { file, content, ...saved };
}

/** A page whose server alone says that it is in another encoding. */
function inUtf8(found: WebFile): WebFile {
  const { bytes, type, charset } = found;
  if (!type.startsWith('text/') || !charset || /^utf-?8$/.test(charset)) return found;
  return iconv.encodingExists(charset)
    ? { ...found, bytes: Buffer.from(iconv.decode(bytes, charset)) }
    : found;
}

async function read(file: string, found: WebFile, parser: ArticleParser) {
  const { url } = found;
  try {
    const { articles } = await parser.parse({ file, bytes: found.bytes });
    const [only] = articles;
    if (!only || articles.length > 1) throw new FetchError(url.href, 'holds more than one article');
    return { article: only.article, passages: only.passages };
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

/** How saving went: whether there was such a file, and whether it was the same. */
export type Saved = 'added' | 'unchanged' | 'replaced' | 'kept';

/**
 * Saves a page below the corpus folder, whole or not at all. A file that is there already and reads
 * otherwise may have been edited, and is kept unless it is to be replaced.
 */
export async function savePage(
  { file, content }: ReadPage,
  corpusDir: string,
  { replace }: { replace: boolean },
): Promise<Saved> {
  const path = join(corpusDir, file);
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) {
    const old = await readFile(path);
    if (old.equals(Buffer.from(content as string))) return 'unchanged';
    if (!replace) return 'kept';
  }
  await mkdir(dirname(path), { recursive: true });
  await writeFileAtomic(path, content);
  return isThere ? 'replaced' : 'added';
}
