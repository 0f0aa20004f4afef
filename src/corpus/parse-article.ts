import { ArticleError, ArticleFaultError } from '../errors.ts';
import type { Article, Passage } from '../passage.ts';
import { articleId } from './article-files.ts';
import { checkArticle } from './check-article.ts';
import { decodeArticle } from './decode.ts';
import { clipped, type Draft } from './draft.ts';
import type { Format, TextFormat } from './formats/format.ts';
import { FORMATS, formatOf } from './formats/index.ts';
import { TEXT_READERS } from './formats/readers.ts';

export interface ParsedArticle {
  article: Article;
  passages: Passage[];
}

export interface ArticleReading extends ParsedArticle {
  /** What of its fields was left out, and why; in a line each. */
  warnings: string[];
}

/** In characters. The title stands before every passage that is embedded, and over every quote. */
const MAX_TITLE_LENGTH = 300;

/**
 * Characters of one article: some three thousand pages, about twice "War and Peace". It is held
 * whole in the process that reads it, and whatever is shown of it is cut from the whole.
 */
const MAX_CHARACTERS = 5_000_000;

/** A book has some thousand; more would keep the models busy for hours. */
const MAX_PASSAGES = 50_000;

/**
 * Reads an article of a format that is text itself (Markdown, plain text).
 *
 * @param file path below the corpus folder; its ending tells the format
 * @throws ArticleError if it is no text, is empty, has broken front matter or no paragraph;
 *   ArticleFaultError if the program fails on it, in whatever way. Nothing else.
 */
export function parseArticle(file: string, bytes: Buffer): ArticleReading {
  return guarded(file, () => {
    const format = knownFormat(file, bytes);
    if (format.kind !== 'text') throw new TypeError(`${format.name} is no text`);
    return readText(format, file, bytes);
  });
}

export function readText(format: TextFormat, file: string, bytes: Buffer): ArticleReading {
  const text = decodeArticle(file, bytes);
  if (text.trim() === '') throw new ArticleError(file, 'is empty');
  checkLength(file, text);
  return toArticle(file, TEXT_READERS[format.id](file, text));
}

/** @throws ArticleError for a file whose content is of another format than its name tells */
export function knownFormat(file: string, bytes: Buffer): Format {
  const format = formatOf(file);
  if (!format) throw new ArticleError(file, 'is of no format that is known');
  if (bytes.length === 0) throw new ArticleError(file, 'is empty');
  if (format.detect(bytes)) return format;
  const real = FORMATS.find(
    (other) => other.kind === 'extracted' && other.isCertain && other.detect(bytes),
  );
  throw new ArticleError(
    file,
    real
      ? `is no ${format.name} but looks like a ${real.name}; name it .${real.endings[0]}`
      : `is no ${format.name}, or damaged; save it again`,
  );
}

/** Turns whatever is thrown into an error that leaves out this one file. */
export function guarded<Result>(file: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw leftOut(file, cause);
  }
}

/** What was thrown as an error that leaves out this one file. */
export function leftOut(file: string, cause: unknown): ArticleError {
  if (cause instanceof ArticleError) return cause;
  const what = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const line = clipped(what.replace(/\s+/g, ' '), 200);
  return new ArticleFaultError(file, `the program failed on it (${line}); please report it`, {
    cause,
  });
}

/**
 * Cuts a draft into an article and its passages, and checks them.
 *
 * @param file as the article is to be named
 * @throws ArticleError for one without a paragraph, or with too many
 */
export function toArticle(file: string, draft: Draft): ArticleReading {
  const { title, blocks, warnings, ...card } = draft;
  if (blocks.length === 0) throw new ArticleError(file, 'has no paragraph');
  checkLength(file, draft.text);
  if (blocks.length > MAX_PASSAGES) {
    const has = `${blocks.length} paragraphs, more than ${MAX_PASSAGES}`;
    throw new ArticleError(file, `has ${has}; split it`);
  }

  const id = articleId(file);
  const article = {
    id,
    file,
    ...card,
    title: clipped(title ?? readableName(id), MAX_TITLE_LENGTH),
  };
  const passages = blocks.map((block, index) => ({
    id: `${id}#${index + 1}`,
    articleId: id,
    paragraph: index + 1,
    text: draft.text.slice(block.start, block.end),
    ...block,
  }));
  checkArticle({ article, passages });
  return { article, passages, warnings };
}

function checkLength(file: string, { length }: string): void {
  if (length <= MAX_CHARACTERS) return;
  const has = `${length} characters of text, more than ${MAX_CHARACTERS}`;
  throw new ArticleError(file, `has ${has}; split it`);
}

/** `2025/flood-in_the_valley` as `Flood in the valley`, `news#3` as `News 3`. */
function readableName(id: string): string {
  const name = id.slice(id.lastIndexOf('/') + 1);
  const words = name.replace(/[-_#\s]+/g, ' ').trim() || name;
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
