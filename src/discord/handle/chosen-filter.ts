import type { ChatInputCommandInteraction } from 'discord.js';
import type { ArticleFilter } from '../../passage.ts';
import { isoDay } from '../../retrieval/metadata/period/days.ts';
import { typedDays } from '../../retrieval/metadata/period/periods.ts';
import { repeated } from '../text/escape.ts';
import type { View } from '../turn/turn.ts';

/** The filter that the options `tag`, `author`, `since` and `until` make; or what is wrong with them. */
export function chosenFilter(
  { words, library }: Pick<View, 'words' | 'library'>,
  options: Pick<ChatInputCommandInteraction['options'], 'getString'>,
): ArticleFilter | string {
  const { tags, authors } = library.catalogue;
  const option = (name: string) => options.getString(name)?.trim() || undefined;
  const typed = {
    tag: option('tag'),
    author: option('author'),
    since: option('since'),
    until: option('until'),
  };
  const today = isoDay(new Date());
  const tag = typed.tag && tags.resolve(typed.tag);
  const author = typed.author && authors.resolve(typed.author);
  const since = typed.since && typedDays(typed.since, today)?.first;
  const until = typed.until && typedDays(typed.until, today)?.last;
  const wrong = [
    typed.tag && !tag && words.noSuchTag(repeated(typed.tag)),
    typed.author && !author && words.noSuchAuthor(repeated(typed.author)),
    typed.since && !since && words.badDate(repeated(typed.since)),
    typed.until && !until && words.badDate(repeated(typed.until)),
  ].filter(Boolean);
  return wrong.length > 0 ? wrong.join('\n') : { tag, author, since, until };
}
