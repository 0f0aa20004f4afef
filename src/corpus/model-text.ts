import type { Article, ModelText, Passage } from '../passage.ts';
import { sentenceTexts } from './row-texts.ts';

/** A passage below this length says too little alone: one line of a dialogue. In characters. */
const SHORT = 80;
/** Sentences of the neighbours are added until a short passage has this many characters … */
const ENOUGH = 200;
/** … and none that would take it over this many. */
const MOST = 300;
/** A question or a lead-in up to this length is read together with what follows it. In characters. */
const MAX_INTRODUCTION_LENGTH = 240;
const SEPARATOR = ' – ';

/**
 * What the models read for a passage: title and headings as the head, the passage without Markdown
 * marks as the body, the rows of a table each with the headings of its columns. The question or the lead-in that it follows stands in front of it. A very
 * short passage has the sentences next to it, of the same heading, around it.
 *
 * @param passages all passages of the article
 * @param index of the passage among them
 */
export function modelText(
  article: Pick<Article, 'title'>,
  passages: readonly Passage[],
  index: number,
): ModelText {
  const passage = passages[index];
  if (!passage) throw new RangeError(`no passage ${index} among ${passages.length}`);
  const head = [article.title, ...passage.headings].join(SEPARATOR);
  if (passage.plain.length < SHORT) return { head, body: inContext(passages, index) };
  const introduction = introductionOf(passages, index);
  const body = bodyOf(passage);
  return { head, body: introduction ? `${introduction} ${body}` : body };
}

/** @param whole the whole passage, of which it may be a part */
export function bodyOf(passage: Passage, whole: Passage = passage): string {
  const texts = sentenceTexts(passage, whole);
  const isTable = texts.some((text, index) => text !== passage.sentences[index]?.plain);
  return isTable ? texts.join('\n') : passage.plain;
}

/**
 * The passage before, where it asks what this one answers (an interview) or announces it with a
 * colon (a list); empty elsewhere.
 */
export function introductionOf(passages: readonly Passage[], index: number): string {
  const before = passages[index - 1];
  const passage = passages[index];
  if (!before || before.plain.length > MAX_INTRODUCTION_LENGTH) return '';
  if (before.headings.join('\n') !== passage?.headings.join('\n')) return '';
  return asks(before.plain) || before.plain.endsWith(':') ? before.plain : '';
}

/** Whether a text ends as a question does, closing quotes and brackets aside. */
export function asks(plain: string): boolean {
  return /[?？؟]["'”’»)\]]*$/u.test(plain);
}

/**
 * Adds a sentence from before, then one from after, and so on. Nothing that follows a question
 * belongs to the question itself, and no question belongs to what stands before it.
 */
function inContext(passages: readonly Passage[], index: number): string {
  const body = bodyOf(passages[index] as Passage);
  const pieces = [body];
  let { length } = body;
  let sides = [
    { sentences: lent(passages, index, -1), add: (sentence: string) => pieces.unshift(sentence) },
    { sentences: lent(passages, index, 1), add: (sentence: string) => pieces.push(sentence) },
  ];
  while (sides.length > 0) {
    sides = sides.filter(({ sentences, add }) => {
      const sentence = length < ENOUGH ? sentences.next().value : undefined;
      if (!sentence || length + 1 + sentence.length > MOST) return false;
      add(sentence);
      length += 1 + sentence.length;
      return true;
    });
  }
  return pieces.join(' ');
}

/** The sentences on one side of a passage under the same heading, the nearest first. */
function* lent(
  passages: readonly Passage[],
  index: number,
  step: 1 | -1,
): Generator<string, undefined> {
  const heading = passages[index]?.headings.join('\n');
  if (step === 1 && asks(passages[index]?.plain ?? '')) return;
  for (let at = index + step; passages[at]?.headings.join('\n') === heading; at += step) {
    const passage = passages[at] as Passage;
    if (step === 1 && asks(passage.plain)) return;
    const sentences = passage.sentences.map((sentence) => sentence.plain);
    yield* step === 1 ? sentences : sentences.reverse();
    // What was asked is context enough: the answer before it belongs to another question.
    if (step === -1 && asks(passage.plain)) return;
  }
}
