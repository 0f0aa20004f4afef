import type { APIContainerComponent } from 'discord.js';
import type { Article, Passage, Span } from '../../passage.ts';
import { referenceToArticle, referenceToPassage } from '../buttons/references.ts';
import { button, card, type Reply, reply, row, text } from '../message/components.ts';
import { LIMITS } from '../text/limits.ts';
import type { QuotingView } from '../turn/turn.ts';
import { deleteButton, postRow } from './card-buttons.ts';
import { citation, MIN_CITATION } from './citation.ts';
import { quoteBlock } from './quote-block.ts';

/** Room for the line above a paragraph. */
const LABEL = 40;

/** One paragraph of an article, with buttons that turn the page. */
export function renderParagraph(article: Article, passage: Passage, view: QuotingView): Reply {
  return reply(paragraphCard(article, passage, view, LIMITS.text));
}

/** An article's beginning below a line of the bot's own. */
export function renderOpening(
  article: Article,
  passage: Passage,
  above: string,
  view: QuotingView,
): Reply {
  const room = LIMITS.text - above.length;
  return reply(text(above), paragraphCard(article, passage, view, room));
}

function paragraphCard(
  article: Article,
  passage: Passage,
  view: QuotingView,
  room: number,
): APIContainerComponent {
  const { words, ids, guildId, shelf } = view;
  const all = shelf.passagesOf(article.id).length;
  const { paragraph } = passage;
  const cited = citation(
    article,
    words.paragraphOf(paragraph, all),
    [article.url],
    words,
    LIMITS.text / 3,
  );
  const shown = paragraphBlock(article, passage, 'start', room - cited.length);
  const turn = (to: number) =>
    ids.encode({ do: 'turn', article: referenceToArticle(article.id), paragraph: to }, guildId);
  const buttons = [
    ...(paragraph > 1 ? [button(turn(paragraph - 1), { emoji: '◀️', label: words.previous })] : []),
    ...(paragraph < all ? [button(turn(paragraph + 1), { emoji: '▶️', label: words.next })] : []),
    ...deleteButton(view),
  ];
  const rows = buttons.length > 0 ? [row(buttons)] : [];
  const post = { do: 'postParagraph', article: referenceToArticle(article.id), paragraph } as const;
  return card([text(shown), text(cited), ...rows, ...postRow(view, post)]);
}

/** A passage between the paragraphs before and after it, its quoted sentence in bold. */
export function renderContext(
  article: Article,
  passage: Passage,
  quoted: Span | undefined,
  view: QuotingView,
): Reply {
  const { words, shelf } = view;
  const around = shelf
    .passagesOf(article.id)
    .filter(({ paragraph }) => Math.abs(paragraph - passage.paragraph) <= 1);
  const room = Math.floor((LIMITS.text - 2 * MIN_CITATION - LABEL) / around.length) - LABEL;
  const shown = around.map((one) => {
    const marked = one === passage ? quoted : undefined;
    const from = one.start < passage.start ? 'end' : 'start';
    const block = paragraphBlock(article, one, marked ?? from, room, marked);
    return text(`**¶ ${one.paragraph}**\n${block}`);
  });
  const cited = citation(article, undefined, [article.url], words, 2 * MIN_CITATION);
  const sentence = passage.sentences.findIndex(({ start }) => start === quoted?.start);
  const post = {
    do: 'postContext',
    ...referenceToPassage(passage),
    sentence: Math.max(sentence, 0),
  } as const;
  const rows = deleteButton(view).map((one) => row([one]));
  return reply(card([...shown, text(`-# ${cited}`), ...rows, ...postRow(view, post)]));
}

/** A paragraph, or what fits of it at its start, its end or around a sentence. */
function paragraphBlock(
  article: Article,
  passage: Passage,
  from: 'start' | 'end' | Span,
  room: number,
  marked?: Span,
): string {
  const { sentences } = passage;
  const edge = from === 'end' ? sentences.at(-1) : sentences[0];
  const anchor = typeof from === 'object' ? from : (edge ?? passage);
  return quoteBlock({ article, passage, within: passage, anchor, marked }, room);
}
