import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Article, ArticleCard, Passage } from '../../passage.ts';
import type { AnsweredGaps } from '../adding/answered-gaps.ts';
import type { FoundArticles } from '../adding/intake.ts';
import type { KnownArticles } from '../adding/known-articles.ts';
import type { Words } from '../locales/words.ts';
import { button, card, type Reply, reply, row, separator, text } from '../message/components.ts';
import { escapeMarkdown, oneLine } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';
import type { View } from '../turn/turn.ts';
import { citation, MIN_CITATION, title } from './citation.ts';
import { quoteBlock } from './quote-block.ts';

/** Of a file with many: the others are counted. */
const MAX_ARTICLES = 3;
const MAX_WARNINGS = 5;
const MAX_GAPS = 8;
const LINE_LENGTH = 120;
/** Room for the first sentences of each article. */
const BEGINNING = 450;

export interface AddPreview {
  /** Names the articles in the buttons. */
  id: string;
  found: FoundArticles;
  known: KnownArticles;
  /** Undefined where there are no open questions, or none are kept. */
  gaps: AnsweredGaps | 'too long' | undefined;
}

/** What would be added, what is odd about it, and the buttons that add it or let it go. */
export function renderAddPreview(preview: AddPreview, view: View): Reply {
  const { found, known, gaps } = preview;
  const { words } = view;
  const passages = found.articles.reduce((sum, one) => sum + one.passages.length, 0);
  const size = [words.articles(found.articles.length), words.add.passages(passages)].join(', ');
  const shown = found.articles.slice(0, MAX_ARTICLES);
  const more = found.articles.length - shown.length;
  const notes = [
    ...warnings(found, words),
    ...knownLines(found, known, words),
    ...(gaps ? gapLines(gaps, words) : []),
  ];
  return reply(
    text(`**${words.add.preview}**`),
    card([
      ...shown.flatMap((one) => [text(articleText(one, words))]),
      ...(more > 0 ? [text(words.andMore(more))] : []),
      text(`-# ${size} · \`${found.file}\``),
      ...(notes.length > 0 ? [separator(), text(notes.join('\n'))] : []),
    ]),
    buttons(preview, view),
  );
}

function articleText(
  { article, passages }: { article: Article; passages: readonly Passage[] },
  words: Words,
): string {
  const language = article.language ? words.add.language(article.language) : undefined;
  const cited = citation(article, language, [article.url], words, 2 * MIN_CITATION);
  const [first] = passages;
  const anchor = first?.sentences[0];
  if (!first || !anchor) return cited;
  const showing = { article, passage: first, within: first, anchor, marked: undefined };
  return `${cited}\n${quoteBlock(showing, BEGINNING)}`;
}

function warnings({ warnings: all }: FoundArticles, words: Words): string[] {
  if (all.length === 0) return [];
  const more = all.length - MAX_WARNINGS;
  return [
    words.add.oddities,
    ...all.slice(0, MAX_WARNINGS).map((one) => `- ${plainLine(one)}`),
    ...(more > 0 ? [`- ${words.andMore(more)}`] : []),
  ];
}

function knownLines({ old }: FoundArticles, known: KnownArticles, words: Words): string[] {
  if (old?.isSame) return [words.add.unchanged];
  const named = ([first]: readonly ArticleCard[], said: (which: string) => string) =>
    first ? [said(`**${title(first)}** (\`${first.file}\`)`)] : [];
  return [
    ...named(known.sameId, words.add.sameName),
    ...named(known.sameAddress, words.add.sameAddress),
    ...named(known.sameText, words.add.sameText),
    ...(old && known.sameId.length === 0 ? [words.add.sameFile] : []),
  ];
}

function gapLines(gaps: AnsweredGaps | 'too long', words: Words): string[] {
  if (gaps === 'too long') return [words.add.gapsTooLong];
  const { answered, asked } = gaps;
  const more = answered.length - MAX_GAPS;
  return [
    words.add.gaps(answered.length, asked),
    ...answered.slice(0, MAX_GAPS).map((question) => `- ${plainLine(question)}`),
    ...(more > 0 ? [`- ${words.andMore(more)}`] : []),
  ];
}

function plainLine(written: string): string {
  return escapeMarkdown(shorten(oneLine(written), LINE_LENGTH));
}

function buttons(
  { id: preview, found: { old } }: AddPreview,
  { ids, guildId, words }: View,
): APIMessageTopLevelComponent {
  const add = (how: 'new' | 'replace', label: string) =>
    button(ids.encode({ do: 'add', preview, how }, guildId), { label });
  const adding = old
    ? [add('replace', words.add.replace), add('new', words.add.beside)]
    : [add('new', words.add.confirm)];
  const cancel = button(ids.encode({ do: 'dropAdd', preview }, guildId), {
    label: words.add.cancel,
  });
  return row([...(old?.isSame ? [] : adding), cancel]);
}
