import type pc from 'picocolors';
import { linesWithin, styledLines, type Unit } from '../corpus/styled-lines.ts';
import { QuoteMismatchError } from '../errors.ts';
import type { Article, Passage, Quote, Span } from '../passage.ts';
import { verifyQuote } from '../retrieval/verify.ts';
import { printable } from './printable.ts';

/** Where the articles of an answer are: its index. */
export interface QuotedArticles {
  article(id: string): Article | undefined;
  passage(id: string): Passage | undefined;
}

type Colors = ReturnType<typeof pc.createColors>;

/**
 * A quote without the marks of its Markdown. What they mean is drawn where the terminal can: bold,
 * italics, struck out; of a link its label is shown. Lists and tables keep their lines.
 *
 * @param marked stands in bold as a whole
 * @throws QuoteMismatchError where it is not the article's own text
 */
export function drawnQuote(
  quote: Quote,
  articles: QuotedArticles,
  colors: Colors,
  marked: Span | undefined,
): string {
  const article = articles.article(quote.article.id);
  const passage = articles.passage(quote.passageId);
  verifyQuote(quote, article?.text);
  if (!article || !passage) throw new QuoteMismatchError(`${quote.passageId} is not in the index.`);
  const isMarked = ({ at }: Unit) => marked !== undefined && at >= marked.start && at < marked.end;
  return linesWithin(styledLines(article, passage, quote), quote)
    .map(({ lead, units }) => lead + drawnUnits(units, isMarked, colors))
    .join('\n');
}

/** Formatting is opened and closed within a line, so that pagers keep it. */
function drawnUnits(
  units: readonly Unit[],
  isMarked: (unit: Unit) => boolean,
  { bold, italic, strikethrough }: Colors,
): string {
  const runs: { look: string; text: string; draw: (text: string) => string }[] = [];
  for (const unit of units) {
    const { style, text } = unit;
    const looks = [
      (style.strong || isMarked(unit)) && bold,
      style.emphasis && italic,
      style.deleted && strikethrough,
    ];
    const look = looks.map(Boolean).join();
    const last = runs.at(-1);
    if (last?.look === look) last.text += text;
    else {
      const draw = (run: string) => looks.reduce((drawn, by) => (by ? by(drawn) : drawn), run);
      runs.push({ look, text, draw });
    }
  }
  return runs.map(({ text, draw }) => draw(printable(text))).join('');
}
