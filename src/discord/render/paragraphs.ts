import type { Article, Passage, Span } from '../../passage.ts';
import { referenceToArticle, referenceToPassage } from '../buttons/references.ts';
import { deleteButton } from './answer.ts';
import { citation, LEAST_CITATION } from './citation.ts';
import { button, card, type Reply, reply, row, text } from './components.ts';
import type { ViewContext } from './context.ts';
import { LIMITS } from './limits.ts';
import { postRow } from './post-button.ts';
import { quoteBlock } from './quote-block.ts';

/** Room for the line above a paragraph. */
const LABEL = 40;

/** One paragraph of an article, with buttons that turn the page. */
export function renderParagraph(article: Article, passage: Passage, context: ViewContext): Reply {
  const { words, ids, guildId, library } = context;
  const all = library.passagesOf(article.id).length;
  const { paragraph } = passage;
  const cited = citation(
    article,
    words.paragraphOf(paragraph, all),
    [article.url],
    words,
    LIMITS.text / 3,
  );
  const shown = paragraphBlock(article, passage, 'start', LIMITS.text - cited.length);
  const turn = (to: number) =>
    ids.encode({ do: 'turn', article: referenceToArticle(article.id), paragraph: to }, guildId);
  const buttons = [
    ...(paragraph > 1 ? [button(turn(paragraph - 1), { emoji: '◀️', label: words.previous })] : []),
    ...(paragraph < all ? [button(turn(paragraph + 1), { emoji: '▶️', label: words.next })] : []),
    ...deleteButton(context),
  ];
  const rows = buttons.length > 0 ? [row(buttons)] : [];
  const post = { do: 'postParagraph', article: referenceToArticle(article.id), paragraph } as const;
  return reply(card([text(shown), text(cited), ...rows, ...postRow(context, post)]));
}

/** A passage between the paragraphs before and after it. */
export function renderContext(article: Article, passage: Passage, context: ViewContext): Reply {
  const { words, library } = context;
  const around = library
    .passagesOf(article.id)
    .filter(({ paragraph }) => Math.abs(paragraph - passage.paragraph) <= 1);
  const room = Math.floor((LIMITS.text - 2 * LEAST_CITATION) / around.length) - LABEL;
  const shown = around.map((one) => {
    const block = paragraphBlock(article, one, one.start < passage.start ? 'end' : 'start', room);
    return text(`**¶ ${one.paragraph}**\n${block}`);
  });
  const cited = citation(article, undefined, [article.url], words, 2 * LEAST_CITATION);
  const post = { do: 'postContext', ...referenceToPassage(passage) } as const;
  const rows = [...deleteButton(context)].map((one) => row([one]));
  return reply(card([...shown, text(cited), ...rows, ...postRow(context, post)]));
}

/** A paragraph, or what fits of it at its start or its end. */
function paragraphBlock(
  article: Article,
  passage: Passage,
  from: 'start' | 'end',
  room: number,
): string {
  const whole: Span = { start: passage.start, end: passage.end };
  const anchor = (from === 'start' ? passage.sentences[0] : passage.sentences.at(-1)) ?? whole;
  return quoteBlock(
    {
      text: article.text,
      paragraph: whole,
      within: whole,
      anchor,
      bold: false,
      sentences: passage.sentences,
    },
    room,
  );
}
