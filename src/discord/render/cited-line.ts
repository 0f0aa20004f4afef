import type { AskedOfCitation } from '../../passage.ts';
import type { Words } from '../locales/words.ts';
import { escapeMarkdown, oneLine } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';
import { date, title } from './citation.ts';

/** So many authors are named, each with so many characters before they are escaped. */
const MAX_NAMED = 8;
const NAME_LENGTH = 60;

/** What an article's citation says, as one line of Markdown; or that it does not say. */
export function citedLine({ asked, article }: AskedOfCitation, words: Words): string {
  const named = `**${title(article)}**`;
  if (asked === 'title') return words.called(named);
  if (asked === 'authors and date') {
    const both = ['authors', 'date'] as const;
    return both.map((one) => citedLine({ asked: one, article }, words)).join(' ');
  }
  if (asked === 'date') {
    const day = date(article.date);
    return day === undefined ? words.noDate(named) : words.dated(named, day);
  }
  const authors = article.authors.map(oneLine).filter((name) => name !== '');
  if (authors.length === 0) return words.noAuthors(named);
  const names = authors
    .slice(0, MAX_NAMED)
    .map((name) => escapeMarkdown(shorten(name, NAME_LENGTH)));
  const more = authors.length - names.length;
  const listed = more > 0 ? `${names.join(', ')} ${words.andMore(more)}` : words.list(names);
  return words.writtenBy(named, listed);
}
