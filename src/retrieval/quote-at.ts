import type { Article, Passage, Quote, Sentence } from '../passage.ts';
import type { Excerpt } from './excerpt.ts';
import type { SentenceRun } from './marked-run.ts';
import { linkToText } from './text-fragment.ts';

/**
 * A piece of an article as a quote.
 *
 * @param passage the sentences of `marked` are counted in it; it may be a part of `whole`
 * @param whole the passage as it is stored
 * @param score how likely it answers, in 0..1
 */
export function quoteAt(
  article: Article,
  passage: Passage,
  whole: Passage,
  { start, end }: Excerpt,
  marked: SentenceRun,
  score: number,
): Quote {
  const sentences = passage.sentences.slice(marked.first, marked.last + 1);
  const from = (sentences[0] as Sentence).start;
  const to = (sentences.at(-1) as Sentence).end;
  const plain = sentences.map((sentence) => sentence.plain).join(' ');
  const { text, ...card } = article;
  return {
    passageId: passage.id,
    article: card,
    paragraph: passage.paragraph,
    ...(whole.page !== undefined && { page: whole.page }),
    start,
    end,
    text: text.slice(start, end),
    marked: { start: from, end: to, text: text.slice(from, to) },
    passage: { start: whole.start, end: whole.end },
    score,
    link: article.url === null ? null : linkToText(article.url, plain),
  };
}
