import type { Answer, AskedOfCitation, Quote } from '../passage.ts';

/** An answer as `ask --json` prints it. Offsets are UTF-16 code units into the decoded file. */
export function jsonAnswer(answer: Answer) {
  const { question, searchedFor, status, confidence, quotes, nearest, milliseconds } = answer;
  return {
    question,
    ...(searchedFor !== undefined && { searchedFor }),
    status,
    confidence: round(confidence),
    quotes: quotes.map(jsonQuote),
    nearest: nearest.map(({ id, title }) => ({ id, title })),
    milliseconds,
    ...(answer.status === 'cited' && { citation: jsonCitation(answer.citation) }),
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

/** Only where an article's citation answers. */
function jsonCitation({ asked, article: { id, title, authors, date } }: AskedOfCitation) {
  const says = { authors, date, title, 'authors and date': { authors, date } }[asked];
  return { asked, article: { id, title }, says };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
