import type { Passage, Span } from '../passage.ts';
import type { ParsedArticle } from './parse-article.ts';

/**
 * Checks what the rest of the program takes for granted of an article (src/passage.ts): all of its
 * text literal, passages and sentences in order, without overlaps, each in its place.
 *
 * @throws RangeError that names the first paragraph of which that is not true
 */
export function checkArticle({ article, passages }: ParsedArticle): void {
  let end = 0;
  for (const passage of passages) {
    const where = `paragraph ${passage.paragraph}`;
    checkSpan(where, passage, end, article.text.length);
    checkSentences(where, passage);
    if (passage.text !== article.text.slice(passage.start, passage.end)) {
      throw new RangeError(`${where} is not the text at its place`);
    }
    end = passage.end;
  }
}

function checkSentences(where: string, { start, end, text, sentences }: Passage): void {
  if (sentences.length === 0) throw new RangeError(`${where} has no sentence`);
  let last = start;
  for (const [index, sentence] of sentences.entries()) {
    const place = `sentence ${index + 1} of ${where}`;
    checkSpan(place, sentence, last, end);
    const piece = text.slice(sentence.start - start, sentence.end - start);
    if (piece !== piece.trim()) throw new RangeError(`${place} begins or ends in white space`);
    if (sentence.plain === '') throw new RangeError(`${place} has no text`);
    last = sentence.end;
  }
}

function checkSpan(what: string, { start, end }: Span, from: number, to: number): void {
  if (!(from <= start && start < end && end <= to)) {
    throw new RangeError(`${what} is at ${start} to ${end}, which is not in ${from} to ${to}`);
  }
}
