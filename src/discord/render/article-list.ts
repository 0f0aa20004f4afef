import type { APIButtonComponentWithCustomId, APITextDisplayComponent } from 'discord.js';
import type { ArticleCard } from '../../passage.ts';
import { referenceToArticle } from '../buttons/references.ts';
import { button, card, type Reply, reply, row, section, text } from '../message/components.ts';
import { LIMITS } from '../text/limits.ts';
import type { View } from '../turn/turn.ts';
import { deleteButton } from './card-buttons.ts';
import { citation } from './citation.ts';

/** Articles that are named in one message. */
const MAX_LISTED = 5;
/** Room for the line above them. */
const HEADER = 500;

interface Around {
  above?: APITextDisplayComponent[];
  buttons?: APIButtonComponentWithCustomId[];
}

/** Some articles below a line that says what they have in common, each with a look-up. */
export function renderArticles(
  header: string,
  articles: readonly ArticleCard[],
  view: View,
  { above = [], buttons = deleteButton(view) }: Around = {},
): Reply {
  const { words, ids, guildId } = view;
  const room = Math.floor((LIMITS.text - HEADER) / MAX_LISTED);
  const listed = articles.slice(0, MAX_LISTED).map((article) => {
    const action = { do: 'look', article: referenceToArticle(article.id), paragraph: 0 } as const;
    return section(
      citation(article, undefined, [article.url], words, room),
      button(ids.encode(action, guildId), { emoji: '📖', label: words.lookUp }),
    );
  });
  const more = articles.length - listed.length;
  const below = more > 0 ? [text(`-# ${words.andMore(more)}`)] : [];
  const rows = buttons.length > 0 ? [row(buttons)] : [];
  return reply(card([...above, text(header), ...listed, ...below, ...rows]));
}
