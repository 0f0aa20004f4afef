import type { Article, Passage } from '../../passage.ts';
import { referenceToArticle } from '../buttons/references.ts';
import { button, card, type Reply, reply, row, text } from '../message/components.ts';
import { escapeMarkdown, oneLine } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';
import { LIMITS } from '../text/limits.ts';
import type { QuotingView } from '../turn/turn.ts';
import { citation, MIN_CITATION } from './citation.ts';
import { quoteBlock } from './quote-block.ts';

/** Room for the citation, and for the number of the page. */
const FOOTER = 2 * MIN_CITATION + 100;
const HEADING_LENGTH = 200;

/**
 * One page of a whole article, counted from 0: as many paragraphs as fit. None is cut, unless it
 * alone is longer than a message.
 */
export function renderArticlePage(article: Article, page: number, view: QuotingView): Reply {
  const { words, ids, guildId, shelf } = view;
  const pages = pagesOf(article, shelf.passagesOf(article.id));
  const at = Math.min(page, pages.length - 1);
  const go = (to: number) =>
    ids.encode({ do: 'read', article: referenceToArticle(article.id), page: to }, guildId);
  const buttons = [
    ...(at > 0 ? [button(go(at - 1), { emoji: '◀️', label: words.previous })] : []),
    ...(at < pages.length - 1 ? [button(go(at + 1), { emoji: '▶️', label: words.next })] : []),
  ];
  const place = pages.length > 1 ? words.page(at + 1, pages.length) : undefined;
  const cited = citation(article, place, [article.url], words, 2 * MIN_CITATION);
  const rows = buttons.length > 0 ? [row(buttons)] : [];
  return reply(card([text(pages[at] ?? ''), text(cited), ...rows]));
}

/** The texts of all pages. */
function pagesOf(article: Article, passages: readonly Passage[]): string[] {
  const room = LIMITS.text - FOOTER;
  const pages: string[] = [];
  for (const [index, passage] of passages.entries()) {
    const shown = paragraph(article, passage, passages[index - 1], room);
    const last = pages.at(-1);
    if (last !== undefined && last.length + shown.length + 1 <= room) {
      pages[pages.length - 1] = `${last}\n${shown}`;
    } else pages.push(shown);
  }
  return pages;
}

function paragraph(
  article: Article,
  passage: Passage,
  before: Passage | undefined,
  room: number,
): string {
  const heading = passage.headings.at(-1);
  const isNew = heading !== undefined && heading !== before?.headings.at(-1);
  const above = [
    ...(isNew ? [`**${escapeMarkdown(shorten(oneLine(heading), HEADING_LENGTH))}**`] : []),
    `-# ¶ ${passage.paragraph}`,
  ].join('\n');
  const block = quoteBlock(
    { article, passage, within: passage, anchor: passage, marked: undefined },
    room - above.length - 1,
  );
  return `${above}\n${block}`;
}
