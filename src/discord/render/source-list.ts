import type { ArticleFilter } from '../../passage.ts';
import { fits } from '../../retrieval/metadata/article-filter.ts';
import { byDate } from '../../retrieval/metadata/by-date.ts';
import { referenceToArticle, referenceToText } from '../buttons/references.ts';
import { button, card, line, menu, type Reply, reply, row, text } from '../message/components.ts';
import { escapeMarkdown, oneLine } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';
import { LIMITS } from '../text/limits.ts';
import type { View } from '../turn/turn.ts';
import { citation } from './citation.ts';

const PER_PAGE = 7;
/** Room for the line above and below the list. */
const HEADER = 300;

/** A page of the articles that fit, newest first. `page` counts from 0. */
export function renderSourceList(filter: ArticleFilter, page: number, view: View): Reply {
  const { words, ids, guildId, library } = view;
  const articles = byDate(library.articles().filter((article) => fits(article, filter)));
  if (articles.length === 0) return line(words.noArticles);
  const pages = Math.ceil(articles.length / PER_PAGE);
  const at = Math.min(page, pages - 1);
  const shown = articles.slice(at * PER_PAGE, (at + 1) * PER_PAGE);
  const room = Math.floor((LIMITS.text - HEADER) / PER_PAGE) - 3;
  const { tag, author, since, until } = filter;
  const range = since || until ? `${since ?? ''} – ${until ?? ''}` : undefined;
  const header = [tag, author, range, words.articles(articles.length)]
    .filter((part) => part !== undefined)
    .map((part) => escapeMarkdown(shorten(oneLine(part), 50)))
    .join(' · ');
  const list = shown.map((a) => `- ${citation(a, undefined, [a.url], words, room)}`);
  const go = (to: number) =>
    ids.encode(
      {
        do: 'list',
        page: to,
        tag: tag === undefined ? '' : referenceToText(tag),
        author: author === undefined ? '' : referenceToText(author),
        since: since ?? '',
        until: until ?? '',
      },
      guildId,
    );
  const buttons = [
    ...(at > 0 ? [button(go(at - 1), { emoji: '◀️', label: words.previous })] : []),
    ...(at < pages - 1 ? [button(go(at + 1), { emoji: '▶️', label: words.next })] : []),
  ];
  const footer = pages > 1 ? [text(`-# ${words.page(at + 1, pages)}`), row(buttons)] : [];
  const open = menu(
    ids.encode({ do: 'open', page: at }, guildId),
    words.readArticle,
    shown.map((a) => ({
      value: referenceToArticle(a.id),
      label: oneLine(a.title) || oneLine(a.id) || '–',
      description: [a.authors[0], a.date].flatMap((one) => (one ? oneLine(one) : [])).join(' · '),
    })),
  );
  return reply(card([text(`**${header}**`), text(list.join('\n')), row([open]), ...footer]));
}
