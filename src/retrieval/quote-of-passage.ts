import type { Article, Passage, Quote } from '../passage.ts';
import { excerptAround } from './excerpt.ts';
import { linkToText } from './text-fragment.ts';
import { MAX_QUOTE_LENGTH } from './tuning.ts';

/**
 * A passage as a quote, or of a long one the sentences around the marked one.
 *
 * @param sentence index of the marked sentence; the first one where there is no such
 */
export function quoteOfPassage(article: Article, passage: Passage, sentence: number): Quote {
  const { sentences } = passage;
  const center = sentence < sentences.length ? sentence : 0;
  const marked = sentences[center] as Passage['sentences'][number];
  const isShort = passage.end - passage.start <= MAX_QUOTE_LENGTH;
  const { start, end } = isShort
    ? passage
    : excerptAround(
        sentences,
        sentences.map(() => 0),
        center,
        MAX_QUOTE_LENGTH,
      );
  const { text, ...card } = article;
  return {
    passageId: passage.id,
    article: card,
    paragraph: passage.paragraph,
    start,
    end,
    text: text.slice(start, end),
    marked: { start: marked.start, end: marked.end, text: text.slice(marked.start, marked.end) },
    passage: { start: passage.start, end: passage.end },
    score: 0,
    link: article.url === null ? null : linkToText(article.url, marked.plain),
  };
}
