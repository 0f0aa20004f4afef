import type { Article, Passage, Quote } from '../passage.ts';
import type { Excerpt } from './excerpt.ts';
import { linkToText } from './text-fragment.ts';

/**
 * A piece of an article as a quote.
 *
 * @param passage the sentences of `excerpt.center` are counted in it; it may be a part of `whole`
 * @param whole the passage as it is stored
 * @param score how likely it answers, in 0..1
 */
export function quoteAt(
  article: Article,
  passage: Passage,
  whole: Passage,
  { start, end, center }: Excerpt,
  score: number,
): Quote {
  const sentence = passage.sentences[center] as Passage['sentences'][number];
  const { text, ...card } = article;
  return {
    passageId: passage.id,
    article: card,
    paragraph: passage.paragraph,
    ...(whole.page !== undefined && { page: whole.page }),
    start,
    end,
    text: text.slice(start, end),
    marked: {
      start: sentence.start,
      end: sentence.end,
      text: text.slice(sentence.start, sentence.end),
    },
    passage: { start: whole.start, end: whole.end },
    score,
    link: article.url === null ? null : linkToText(article.url, sentence.plain),
  };
}
