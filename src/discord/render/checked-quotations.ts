import type { APIComponentInContainer } from 'discord.js';
import type { Article, Passage, Span } from '../../passage.ts';
import type { CheckedQuotation, Place } from '../../retrieval/quotation/check-quotation.ts';
import { MAX_QUOTATIONS } from '../../retrieval/quotation/quotations-in.ts';
import { referenceToPassage } from '../buttons/references.ts';
import {
  button,
  card,
  line,
  type Reply,
  reply,
  row,
  section,
  separator,
  text,
} from '../message/components.ts';
import { escapeMarkdown, oneLine, unescapeMarkdown } from '../text/escape.ts';
import { shorten } from '../text/graphemes.ts';
import { LIMITS } from '../text/limits.ts';
import type { QuotingView } from '../turn/turn.ts';
import { deleteButton, postRow } from './card-buttons.ts';
import { citation, MIN_CITATION, placeOf, title } from './citation.ts';
import { quotedInDiff, renderDiff } from './diff.ts';
import { OMISSION, quoteBlock } from './quote-block.ts';

/** Text displays from these ids on hold what was quoted: as it stands, or in a comparison. */
const QUOTED_ID = 1010;
const COMPARED_ID = 1020;
/** Room for the bot's own words about a quotation. */
const OWN_WORDS = 260;
const MAX_ALSO_IN = 3;
/** Characters of a quotation that is in no article. */
const REPEATED = 400;

/** Whether the articles say what was quoted: the status first, then the article's own words. */
export function renderChecked(checked: readonly CheckedQuotation[], view: QuotingView): Reply {
  if (checked.length === 0) return line(view.words.nothingToCheck);
  const room = Math.floor(LIMITS.text / checked.length) - OWN_WORDS - MIN_CITATION;
  const shown = checked.flatMap((one, index): APIComponentInContainer[] => [
    ...(index > 0 ? [separator()] : []),
    ...renderOne(one, index, view, room),
  ]);
  const buttons = deleteButton(view);
  const rows =
    buttons.length > 0
      ? [row(buttons)]
      : postRow(view, { do: 'postChecked', quotations: checked.length });
  return reply(card([...shown, ...rows]));
}

/** What a card of {@link renderChecked} says was quoted. */
export function quotedOn(
  displays: readonly { id: number | undefined; content: string }[],
): string[] {
  return displays
    .filter(({ id = 0 }) => id >= QUOTED_ID && id < COMPARED_ID + MAX_QUOTATIONS)
    .map(({ id = 0, content }) => {
      const lines = content.split('\n').filter((one) => one.startsWith('> ') || one === OMISSION);
      const shown = lines.map((one) => one.replace(/^(?:>|-#) /u, '')).join('\n');
      return unescapeMarkdown(id < COMPARED_ID ? shown : quotedInDiff(shown));
    });
}

function renderOne(
  checked: CheckedQuotation,
  index: number,
  view: QuotingView,
  room: number,
): APIComponentInContainer[] {
  const { words } = view;
  if (checked.kind === 'absent') {
    const repeated = escapeMarkdown(shorten(oneLine(checked.quotation), REPEATED));
    return [
      text(`**${words.notFound}**`),
      text(`> ${repeated}`, QUOTED_ID + index),
      text(`-# ${words.notFoundWhere}`),
    ];
  }
  if (checked.kind === 'altered') {
    const half = Math.floor(room / 2);
    return [
      text(`**${words.altered}**`),
      text(`> ${renderDiff(checked.diff, half)}`, COMPARED_ID + index),
      text(`-# ${words.alteredHow}`),
      ...placed(checked.place, undefined, view, half),
    ];
  }
  const [place, ...others] = checked.places;
  const more = [...new Map(others.map(({ article }) => [article.id, article])).values()].filter(
    (article) => article.id !== place.article.id,
  );
  const listed = more.slice(0, MAX_ALSO_IN).map(title);
  const rest = more.length - listed.length;
  const also = [...listed, ...(rest > 0 ? [words.andMore(rest)] : [])].join(', ');
  return [
    text(`**${words.verbatim}**`),
    ...placed(place, QUOTED_ID + index, view, room),
    ...(also ? [text(`-# ${words.alsoIn} ${also}`)] : []),
  ];
}

/** The article's own words with their citation and a button that shows what is around them. */
function placed(
  { article: { id: articleId }, spans, passageId, paragraph, lastParagraph, link }: Place,
  id: number | undefined,
  { shelf, words, ids, guildId }: QuotingView,
  room: number,
) {
  const article = shelf.article(articleId);
  const passages = shelf.passagesOf(articleId);
  const first = shelf.passage(passageId);
  if (!article || !first) return [text(words.passageGone)];
  const end = passages[lastParagraph - 1]?.end ?? first.end;
  const block = blocks(article, passageUpTo(article, first, end), spans, room);
  const numbers = lastParagraph > paragraph ? `${paragraph}–${lastParagraph}` : `${paragraph}`;
  const cited = citation(
    article,
    placeOf({ paragraph: numbers, page: first.page }, words),
    [link, article.url],
    words,
    MIN_CITATION,
  );
  const sentence = first.sentences.findIndex((one) => one.end > spans[0].start);
  const action = {
    do: 'context' as const,
    ...referenceToPassage(first),
    sentence: Math.max(sentence, 0),
  };
  const around = button(ids.encode(action, guildId), { label: words.context });
  return [section(`${block}\n-# ${cited}`, around, id)];
}

/** The pieces of a text as block quotes, with what stands between them marked as left out. */
function blocks(article: Article, passage: Passage, spans: readonly Span[], room: number): string {
  const shown = spans.map((span) =>
    quoteBlock(
      { article, passage, within: span, anchor: span, marked: undefined },
      Math.floor(room / spans.length),
    ),
  );
  return shown.join('\n').replaceAll(`${OMISSION}\n${OMISSION}`, OMISSION);
}

/** A passage and what follows it up to a place, as one. */
function passageUpTo({ text }: Article, first: Passage, end: number): Passage {
  if (end === first.end) return first;
  const literal = text.slice(first.start, end);
  return { ...first, end, text: literal, plain: literal, sentences: [] };
}
