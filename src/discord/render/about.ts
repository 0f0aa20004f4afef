import { byDate } from '../../retrieval/metadata/by-date.ts';
import { card, type Reply, reply, text } from '../message/components.ts';
import { escapeMarkdown } from '../text/escape.ts';
import type { View } from '../turn/turn.ts';
import { citation } from './citation.ts';

/** What the bot is, what it knows, and what it keeps. @param days for which questions are kept */
export function renderAbout(days: number, { words, library }: View): Reply {
  const { articles, passages, model } = library.manifest;
  const newest = byDate(library.articles())[0];
  const lines = [
    words.about(articles, passages),
    ...(newest
      ? [`${words.newest} ${citation(newest, undefined, [newest.url], words, 1_000)}`]
      : []),
    words.model(escapeMarkdown(model.model.split(/[\\/]/u).at(-1) ?? '')),
    `-# ${days > 0 ? words.privacyKept(days) : words.privacyNothingKept}`,
  ];
  return reply(card(lines.map((content) => text(content))));
}
