import { bodyOf, introductionOf, modelText, sentenceTexts } from '../corpus/index.ts';
import type { ReadableText, Reranker } from '../inference/types.ts';
import type { Article, ModelText, Passage, Span } from '../passage.ts';
import type { Shelf } from '../store/types.ts';

/** A question, the cross-encoder that reads it, and how it gets to see passages. */
export interface Reading {
  query: string;
  reranker: Reranker;
  /** What is read of a passage, which may be a part of a long one. */
  textOf: (passage: Passage) => ReadableText;
  /** What is read of each of its sentences: of a row of a table its columns' headings, too. */
  sentencesOf: (passage: Passage) => string[];
  /** What stands before the first sentence of a passage: a question or a lead-in, or nothing. */
  introductionOf: (passage: Passage) => string;
  /** For each sentence of a passage the sum of the idf of those terms of the query that it holds. */
  relevance: (passage: Passage) => number[];
}

export function createReading(query: string, reranker: Reranker, store: Shelf): Reading {
  const wanted = store.termWeights(query);
  const wholeOf = (passage: Passage) => store.passage(passage.id) ?? passage;
  const isWhole = (passage: Passage) =>
    passage.sentences.length === wholeOf(passage).sentences.length;
  const sentencesOf = (passage: Passage) => sentenceTexts(passage, wholeOf(passage));
  return {
    query,
    reranker,
    textOf: (passage) => {
      const all = store.passagesOf(passage.articleId);
      const text = modelText(articleOf(passage, store), all, passage.paragraph - 1);
      const body = bodyOf(passage, wholeOf(passage));
      const read = isWhole(passage) ? text : { head: text.head, body };
      return readable(read, body, sentencesOf(passage));
    },
    sentencesOf,
    introductionOf: (passage) => {
      const { articleId, paragraph } = passage;
      return isWhole(passage) ? introductionOf(store.passagesOf(articleId), paragraph - 1) : '';
    },
    relevance: ({ sentences }) =>
      sentences.map(({ plain }) => {
        let sum = 0;
        for (const term of store.termWeights(plain).keys()) sum += wanted.get(term) ?? 0;
        return sum;
      }),
  };
}

/**
 * Finds the sentences of a passage in the text that is read of it, which may begin before it.
 *
 * @param own what of that text is the passage itself
 */
export function readable(
  { head, body }: ModelText,
  own: string,
  sentences: readonly string[],
): ReadableText {
  let at = Math.max(body.lastIndexOf(own), 0);
  const spans = sentences.map((sentence): Span => {
    const found = body.indexOf(sentence, at);
    const start = found < 0 ? at : found;
    at = found < 0 ? at : found + sentence.length;
    return { start, end: at };
  });
  return { head, body, sentences: spans };
}

export function articleOf({ id, articleId }: Passage, store: Pick<Shelf, 'article'>): Article {
  const article = store.article(articleId);
  if (!article) throw new Error(`The index has passage ${id} without its article.`);
  return article;
}
