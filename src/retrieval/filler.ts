import { asks } from '../corpus/index.ts';
import type { Sentence, Span } from '../passage.ts';
import { SHORT_ANSWERS } from './languages/short-answers.ts';

/** A sentence of fewer words says nothing alone. */
const MIN_WORDS = 3;
/** Words that answer without saying what. */
const YES_OR_NO = new RegExp(
  `^¡?(?:${Object.values(SHORT_ANSWERS).join('|')})(?![\\p{L}\\p{N}])[\\s,.!…—–-]*`,
  'iu',
);
const IS_ENDED = /[.!?…。！？]["'”’»)\]]*$/u;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * Whether some sentences tell somebody something who has read nothing else: "He did." does not, nor
 * does a question, but a question and what follows it do. A line without a full stop (of code, of a
 * list) is taken for more than its words.
 */
export function saysSomething(sentences: readonly Sentence[]): boolean {
  const stated = sentences.filter(({ plain }) => !asks(plain));
  if (stated.length === 0) return false;
  if (stated.length < sentences.length) return true;
  if (stated.some(({ plain }) => !IS_ENDED.test(plain))) return true;
  return stated.reduce((sum, { plain }) => sum + countWords(plain), 0) >= MIN_WORDS;
}

/** The span, or where it says nothing alone the span with the nearest sentence that gives it sense. */
export function withSense<Part extends Span>(span: Part, sentences: readonly Sentence[]): Part {
  const isIn = ({ start, end }: Sentence) => start >= span.start && end <= span.end;
  const first = sentences.findIndex(isIn);
  const last = sentences.findLastIndex(isIn);
  if (first === -1 || saysSomething(sentences.slice(first, last + 1))) return span;
  const before = sentences[first - 1];
  if (before) return { ...span, start: before.start };
  return { ...span, end: (sentences[last + 1] ?? sentences[last] ?? span).end };
}

function countWords(plain: string): number {
  const said = plain.replace(YES_OR_NO, '');
  return [...words.segment(said)].filter(({ isWordLike }) => isWordLike).length;
}
