import { splitSentences } from '../../corpus/index.ts';
import { withLanguage } from '../../corpus/language.ts';
import type { Article, Passage, Sentence } from '../../passage.ts';

const BETWEEN = '\n\n';

/**
 * An article whose passages are the given paragraphs, character for character, in order, with the
 * language that it reads as. For data sets that say themselves what a passage is.
 */
export function assembleArticle(
  id: string,
  title: string,
  paragraphs: readonly string[],
): { article: Article; passages: Passage[] } {
  const article: Article = {
    id,
    file: id,
    title,
    authors: [],
    date: null,
    url: null,
    tags: [],
    language: null,
    text: paragraphs.join(BETWEEN),
  };
  let start = 0;
  const passages = paragraphs.map((text, index): Passage => {
    const passage = {
      id: `${id}#${index + 1}`,
      articleId: id,
      paragraph: index + 1,
      start,
      end: start + text.length,
      text,
      plain: text,
      headings: [],
      sentences: sentencesOf(text, start),
    };
    start = passage.end + BETWEEN.length;
    return passage;
  });
  return withLanguage({ article, passages });
}

function sentencesOf(text: string, offset: number): Sentence[] {
  return splitSentences(text).map(({ start, end }) => ({
    start: offset + start,
    end: offset + end,
    plain: text.slice(start, end),
  }));
}
