import type { Answer, Quote, Span } from '../../passage.ts';
import { takeDates, takeTimes } from './dates.ts';
import { type DifferingQuotes, differingQuotes } from './differing-quotes.ts';
import { NUMBER } from './numbers.ts';
import { unitAt } from './units.ts';

/** A literal piece of an article, by UTF-16 offsets. */
export type Figure = Span & { text: string };

/**
 * The figures that two quotes differ in, as they are written, each in its marked sentence: without
 * it the quotes would not differ. Null where no single piece of the sentence is that, as where
 * ranges are compared, or where the quotes do not differ in what the question asks.
 */
export function differingFigures(
  question: string,
  [newer, older]: DifferingQuotes,
): [newer: Figure | null, older: Figure | null] {
  const differ = (a: Quote, b: Quote) => differingQuotes(question, [a, b]).length > 0;
  if (!differ(newer, older)) return [null, null];
  return [
    figureOf(newer, (without) => differ(without, older)),
    figureOf(older, (without) => differ(newer, without)),
  ];
}

/** The same of an answer's two quotes, for the question as it was put to the articles' text. */
export function figuresOfAnswer(
  { question, searchedFor, period }: Pick<Answer, 'question' | 'searchedFor' | 'period'>,
  differing: DifferingQuotes,
): [newer: Figure | null, older: Figure | null] {
  return differingFigures(searchedFor ?? period?.question ?? question, differing);
}

function figureOf(quote: Quote, differs: (without: Quote) => boolean): Figure | null {
  const { marked } = quote;
  const found = figuresIn(marked.text).find(({ start, end }) => {
    const blank = ' '.repeat(end - start);
    const text = marked.text.slice(0, start) + blank + marked.text.slice(end);
    return !differs({ ...quote, marked: { ...marked, text } });
  });
  if (!found) return null;
  return {
    start: marked.start + found.start,
    end: marked.start + found.end,
    text: marked.text.slice(found.start, found.end),
  };
}

/** All dates, clock times and numbers (each with its unit) of a sentence. */
function figuresIn(sentence: string): Span[] {
  const undated = takeDates(sentence).rest;
  const timeless = takeTimes(undated).rest;
  const numbers = [...timeless.matchAll(new RegExp(`(?<![\\p{L}\\d.,])${NUMBER}`, 'giu'))];
  return [
    ...blanked(sentence, undated),
    ...blanked(undated, timeless),
    ...numbers.map(({ 0: { length }, index }) => {
      const end = index + length;
      return { start: index, end: end + (unitAt(timeless.slice(end))?.length ?? 0) };
    }),
  ];
}

/** Where blanks of the same length stand in for what was taken out of a text. */
function blanked(before: string, after: string): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < before.length; at += 1) {
    const isTaken = after[at] === ' ' && (before[at] !== ' ' || spans.at(-1)?.end === at);
    const last = spans.at(-1);
    if (isTaken && last?.end === at) last.end += 1;
    else if (isTaken) spans.push({ start: at, end: at + 1 });
  }
  for (const span of spans)
    span.end = span.start + before.slice(span.start, span.end).trimEnd().length;
  return spans;
}
