import { ArticleError, ArticleFaultError } from '../errors.ts';
import type { Article, Passage } from '../passage.ts';
import { articleId } from './article-files.ts';
import { checkArticle } from './check-article.ts';
import { decodeArticle } from './decode.ts';
import { clipped } from './draft.ts';
import { parseMarkdown } from './markdown.ts';
import { parsePlainText } from './plain-text.ts';

export interface ParsedArticle {
  article: Article;
  passages: Passage[];
}

export interface ArticleReading extends ParsedArticle {
  /** What of its front matter was left out, and why; in a line each. */
  warnings: string[];
}

/** In characters. The title stands before every passage that is embedded, and over every quote. */
const MAX_TITLE_LENGTH = 300;

/** A book has some thousand; more would keep the models busy for hours. */
const MAX_PASSAGES = 50_000;

/**
 * Reads an article from the bytes of its file.
 *
 * @param file path below the corpus folder; its ending tells the format
 * @throws ArticleError if it is no text, is empty, has broken front matter or no paragraph;
 *   ArticleFaultError if the program fails on it, in whatever way. Nothing else.
 */
export function parseArticle(file: string, bytes: Buffer): ArticleReading {
  return guarded(file, () => {
    const reading = readArticle(file, bytes);
    checkArticle(reading);
    return reading;
  });
}

/** Turns whatever is thrown into an error that leaves out this one file. */
export function guarded<Result>(file: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ArticleError) throw cause;
    throw faultOf(file, cause);
  }
}

function faultOf(file: string, cause: unknown): ArticleFaultError {
  const what = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const line = clipped(what.replace(/\s+/g, ' '), 200);
  return new ArticleFaultError(file, `the program failed on it (${line}); please report it`, {
    cause,
  });
}

function readArticle(file: string, bytes: Buffer): ArticleReading {
  const text = decodeArticle(file, bytes);
  if (text.trim() === '') throw new ArticleError(file, 'is empty');
  const isMarkdown = file.toLowerCase().endsWith('.md');
  const draft = isMarkdown ? parseMarkdown(file, text) : parsePlainText(text);
  const { title, blocks, warnings, ...card } = draft;
  if (blocks.length === 0) throw new ArticleError(file, 'has no paragraph');
  if (blocks.length > MAX_PASSAGES) {
    const has = `${blocks.length} paragraphs, more than ${MAX_PASSAGES}`;
    throw new ArticleError(file, `has ${has}; split it`);
  }

  const id = articleId(file);
  const article = {
    id,
    file,
    title: clipped(title ?? readableName(id), MAX_TITLE_LENGTH),
    ...card,
    text,
  };
  const passages = blocks.map((block, index) => ({
    id: `${id}#${index + 1}`,
    articleId: id,
    paragraph: index + 1,
    text: text.slice(block.start, block.end),
    ...block,
  }));
  return { article, passages, warnings };
}

/** `2025/flood-in_the_valley` as `Flood in the valley`. */
function readableName(id: string): string {
  const name = id.slice(id.lastIndexOf('/') + 1);
  const words = name.replace(/[-_\s]+/g, ' ').trim() || name;
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
