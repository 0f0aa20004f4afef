import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { ArticleError } from '../../../errors.ts';
import { type ArticleFields, NO_FIELDS } from '../../article-fields.ts';
import { type Block, clipped, type Draft } from '../../draft.ts';
import { holdsSentence } from '../../holds-sentence.ts';
import { parseFrontMatter } from './front-matter.ts';
import { partsOf, plainOf } from './markdown-block.ts';
import { place } from './markdown-text.ts';
import { MARKDOWN } from './syntax.ts';
import { parseTomlFrontMatter } from './toml-front-matter.ts';

const WORD = /[\p{L}\p{N}]/u;
/**
 * A line in 100 lists and quotes at once, which is no thematic break: the parser's time and stack
 * grow with the depth.
 */
const TOO_DEEP =
  /^(?!(?:[ \t]*[-*])+[ \t]*$)(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){100}/m;
/** In characters: it stands before every passage below it. */
const MAX_HEADING_LENGTH = 300;
const UNCLOSED_FRONT_MATTER = /^(?:---[ \t]*\r?\n[\w-]+:(?:\s|$)|\+\+\+[ \t]*\r?\n[\w-]+ *=)/;

/**
 * Reads Markdown (CommonMark, GFM) with optional front matter in YAML or TOML. A passage is a block of the
 * top level: a paragraph (each line of it, where the lines are paragraphs), a whole list, block quote, code block, table or footnote. Without a
 * title in the front matter the first heading is the title.
 *
 * @throws ArticleError for front matter that is broken or not closed, and for absurd nesting
 */
export function parseMarkdown(file: string, text: string): Draft {
  if (TOO_DEEP.test(text)) {
    throw new ArticleError(file, 'nests more than 100 lists or quotes in one line');
  }
  const root = fromMarkdown(text, MARKDOWN);
  const first = root.children[0];
  const fields = frontMatterOf(file, first);
  if (!fields && UNCLOSED_FRONT_MATTER.test(text)) {
    const fence = text.slice(0, 3);
    throw new ArticleError(file, `front matter begins in line 1 but no line "${fence}" ends it`);
  }
  const title = fields?.title ?? firstHeading(text, root);
  return { ...(fields ?? NO_FIELDS), title, text, blocks: blocksOf(text, root, title) };
}

function frontMatterOf(file: string, first: RootContent | undefined): ArticleFields | undefined {
  // mdast knows no TOML by itself.
  const { type, value } = (first ?? {}) as { type?: string; value?: string };
  if (type === 'yaml') return parseFrontMatter(file, value ?? '');
  return type === 'toml' ? parseTomlFrontMatter(file, value ?? '') : undefined;
}

function firstHeading(text: string, root: Root): string | null {
  for (const node of root.children) {
    if (node.type !== 'heading') continue;
    const heading = plainOf(text, node.children);
    if (heading) return heading;
  }
  return null;
}

function blocksOf(text: string, root: Root, title: string | null): Block[] {
  const blocks: Block[] = [];
  const path: { depth: number; text: string }[] = [];
  let isTitleSeen = false;
  for (const node of root.children) {
    if (node.type !== 'heading') {
      const headings = path.map((heading) => heading.text);
      blocks.push(...toBlock(text, node, headings));
      continue;
    }
    while ((path.at(-1)?.depth ?? 0) >= node.depth) path.pop();
    const heading = plainOf(text, node.children);
    const isTitle = !isTitleSeen && heading === title;
    if (isTitle) isTitleSeen = true;
    else if (heading) path.push({ depth: node.depth, text: clipped(heading, MAX_HEADING_LENGTH) });
  }
  return blocks;
}

/** No block for what has no word to quote: an image, a thematic break, HTML, a link definition. */
function toBlock(text: string, node: RootContent, headings: string[]): Block[] {
  const parts = partsOf(text, node);
  if (node.type === 'paragraph' && parts.length > 1) {
    return parts.flatMap(({ plain, sentences }) => {
      const [first, last] = [sentences[0], sentences.at(-1)];
      if (!first || !last || !holdsSentence(plain)) return [];
      return [{ start: first.start, end: last.end, plain, headings, sentences }];
    });
  }
  const plain = parts.map((part) => part.plain).join('\n');
  if (!WORD.test(plain)) return [];
  const { start, end } = place(node);
  const sentences = parts.flatMap((part) => part.sentences);
  return [{ start, end, plain, headings, sentences }];
}
