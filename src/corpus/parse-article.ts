import { ArticleError } from '../errors.ts';
import type { Article, Passage } from '../passage.ts';
import { articleId } from './article-files.ts';
import { decodeArticle } from './decode.ts';
import { parseMarkdown } from './markdown.ts';
import { parsePlainText } from './plain-text.ts';

export interface ParsedArticle {
  article: Article;
  passages: Passage[];
}

/**
 * Reads an article from the bytes of its file.
 *
 * @param file path below the corpus folder; its ending tells the format
 * @throws ArticleError if it is no text, is empty, has broken front matter or no paragraph
 */
export function parseArticle(file: string, bytes: Buffer): ParsedArticle {
  const text = decodeArticle(file, bytes);
  if (text.trim() === '') throw new ArticleError(file, 'is empty');
  const isMarkdown = file.toLowerCase().endsWith('.md');
  const { title, blocks, ...card } = isMarkdown ? parseMarkdown(file, text) : parsePlainText(text);
  if (blocks.length === 0) throw new ArticleError(file, 'has no paragraph');

  const id = articleId(file);
  const article = { id, file, title: title ?? readableName(id), ...card, text };
  const passages = blocks.map((block, index) => ({
    id: `${id}#${index + 1}`,
    articleId: id,
    paragraph: index + 1,
    text: text.slice(block.start, block.end),
    ...block,
  }));
  return { article, passages };
}

/** `2025/flood-in_the_valley` as `Flood in the valley`. */
function readableName(id: string): string {
  const name = id.slice(id.lastIndexOf('/') + 1);
  const words = name.replace(/[-_\s]+/g, ' ').trim() || name;
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
