import type { Article, Passage, Sentence } from '../../passage.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A token of an article; its span is in the article's text. */
export interface ArticleToken extends Token {
  paragraph: number;
}

/** A link's destination in Markdown source, which is no text. */
const DESTINATION = /\]\([^()\s]*(?:\s[^()]*)?\)/gu;

/** The tokens of an article, passage by passage, made when they are first asked for. */
export class ArticleTokens {
  readonly article: Article;
  readonly passages: readonly Passage[];
  readonly #tokens: ArticleToken[][] = [];

  constructor(article: Article, passages: readonly Passage[]) {
    this.article = article;
    this.passages = passages;
  }

  /** The tokens of the passage at an index, counted from 0; none where there is no passage. */
  at(index: number): readonly ArticleToken[] {
    const passage = this.passages[index];
    if (!passage) return [];
    const known = this.#tokens[index];
    if (known) return known;
    const tokens = passage.sentences.flatMap((sentence) =>
      tokensOfSentence(this.article.text, sentence, passage.paragraph),
    );
    this.#tokens[index] = tokens;
    return tokens;
  }

  /** The tokens of a run of passages, first and last index included. */
  between(first: number, last: number): ArticleToken[] {
    const tokens: ArticleToken[] = [];
    for (let index = Math.max(first, 0); index <= last; index++) tokens.push(...this.at(index));
    return tokens;
  }
}

/**
 * Tokens are those of the plain sentence, each found again in the source. A mark that the source
 * does not have (the commas between the cells of a table) is left out.
 */
function tokensOfSentence(
  articleText: string,
  { start, end, plain }: Sentence,
  paragraph: number,
): ArticleToken[] {
  const source = articleText
    .slice(start, end)
    .replace(DESTINATION, (match) => ' '.repeat(match.length));
  const found: ArticleToken[] = [];
  let marks: Token[] = [];
  let at = 0;
  const placeMarks = (until: number) => {
    for (const mark of marks) {
      const place = source.slice(0, until).indexOf(mark.text, at);
      if (place < 0) continue;
      at = place + mark.text.length;
      found.push({ ...mark, start: start + place, end: start + at, paragraph });
    }
    marks = [];
  };
  for (const [index, token] of tokensOf(plain).entries()) {
    if (!token.isWord) {
      marks.push(token);
      continue;
    }
    const place = source.indexOf(token.text, at);
    if (place >= 0) placeMarks(place);
    marks = [];
    const from = place >= 0 ? place : at;
    const to = place >= 0 ? place + token.text.length : at;
    at = to;
    // Sentences are apart by white space, which their plain text does not begin with.
    const isSpaced = token.isSpaced || index === 0;
    found.push({ ...token, isSpaced, start: start + from, end: start + to, paragraph });
  }
  placeMarks(source.length);
  return found;
}
