import type { Answer, Quote } from '../passage.ts';

/** An answer as `ask --json` prints it. Offsets are UTF-16 code units into the decoded file. */
export function jsonAnswer({
  question,
  status,
  confidence,
  quotes,
  nearest,
  milliseconds,
}: Answer) {
  return {
    question,
    status,
    confidence: round(confidence),
    quotes: quotes.map(jsonQuote),
    nearest: nearest.map(({ id, title }) => ({ id, title })),
    milliseconds,
  };
}

function jsonQuote({ article, paragraph, start, end, text, marked, score }: Quote) {
  const { id, file, title, authors, date, url } = article;
  return {
    article: { id, file, title, authors, date, url },
    paragraph,
    start,
    end,
    text,
    marked,
    score: round(score),
  };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
