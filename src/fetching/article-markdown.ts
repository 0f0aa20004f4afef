import type { BlockContent, ListItem, Root, RootContent, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import type { Article, Passage } from '../passage.ts';

/** The first level below the title's. */
const FIRST_HEADING_DEPTH = 2;
const MAX_HEADING_DEPTH = 6;
const BULLET = /^\s*(?:[-*•]|\d{1,9}[.)])\s+/;
const NUMBERED = /^\s*\d/;
const CELL_SEPARATOR = ' | ';

/** An article that was read from a page, as a Markdown file with front matter. */
export function articleMarkdown(article: Article, passages: readonly Passage[]): string {
  const { title, authors, date, url, tags, language } = article;
  const frontMatter = {
    title,
    ...(authors.length > 0 && { authors }),
    ...(date && { date }),
    ...(url && { url }),
    ...(tags.length > 0 && { tags }),
    ...(language && { language }),
  };
  const root: Root = { type: 'root', children: contentOf(passages) };
  const body = toMarkdown(root, { extensions: [gfmToMarkdown()], bullet: '-', rule: '-' });
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${body}`;
}

function contentOf(passages: readonly Passage[]): RootContent[] {
  const content: RootContent[] = [];
  let path: readonly string[] = [];
  for (const { headings, text } of passages) {
    const shared = headings.findIndex((heading, depth) => heading !== path[depth]);
    for (let depth = shared < 0 ? headings.length : shared; depth < headings.length; depth++) {
      content.push({
        type: 'heading',
        depth: Math.min(FIRST_HEADING_DEPTH + depth, MAX_HEADING_DEPTH) as 2,
        children: [{ type: 'text', value: headings[depth] ?? '' }],
      });
    }
    path = headings;
    content.push(blockOf(text));
  }
  return content;
}

function blockOf(text: string): BlockContent {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > 1 && lines.every((line) => BULLET.test(line))) return listOf(lines);
  const columns = lines[0]?.split(CELL_SEPARATOR).length ?? 1;
  const isTable =
    columns > 1 && lines.every((line) => line.split(CELL_SEPARATOR).length === columns);
  if (lines.length > 1 && isTable) return { type: 'table', children: lines.map(rowOf) };
  return paragraph(text);
}

function listOf(lines: readonly string[]): BlockContent {
  const children = lines.map(
    (line): ListItem => ({ type: 'listItem', children: [paragraph(line.replace(BULLET, ''))] }),
  );
  return {
    type: 'list',
    ordered: lines.every((line) => NUMBERED.test(line)),
    spread: false,
    children,
  };
}

function rowOf(line: string): TableRow {
  return {
    type: 'tableRow',
    children: line
      .split(CELL_SEPARATOR)
      .map((cell) => ({ type: 'tableCell', children: [{ type: 'text', value: cell.trim() }] })),
  };
}

function paragraph(text: string): {
  type: 'paragraph';
  children: [{ type: 'text'; value: string }];
} {
  return { type: 'paragraph', children: [{ type: 'text', value: text }] };
}
