import type { Article, ModelText, Passage } from '../passage.ts';

/** A passage below this length says too little alone: one line of a dialogue. In characters. */
const SHORT = 80;
/** Sentences of the neighbours are added until a short passage has so many characters … */
const ENOUGH = 200;
/** … and none that would take it over so many. */
const MOST = 300;
const SEPARATOR = ' – ';

/**
 * What the models read for a passage: title and headings as the head, the passage without Markdown
 * marks as the body. A very short passage has the sentences next to it, of the same heading, around
 * it.
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
  return { head, body: passage.plain.length < SHORT ? inContext(passages, index) : passage.plain };
}

/** Adds a sentence from before, then one from after, and so on. */
function inContext(passages: readonly Passage[], index: number): string {
  const { plain, headings } = passages[index] as Passage;
  const isNear = (passage: Passage) => passage.headings.join('\n') === headings.join('\n');
  const before = neighbours(passages.slice(0, index).reverse(), isNear, -1);
  const after = neighbours(passages.slice(index + 1), isNear, 1);
  const pieces = [plain];
  let length = plain.length;
  let sides = [before, after];
  while (length < ENOUGH && sides.length > 0) {
    for (const side of [...sides]) {
      const sentence = length < ENOUGH ? side.next().value : undefined;
      if (!sentence || length + 1 + sentence.length > MOST) {
        sides = sides.filter((other) => other !== side);
        continue;
      }
      if (side === before) pieces.unshift(sentence);
      else pieces.push(sentence);
      length += 1 + sentence.length;
    }
  }
  return pieces.join(' ');
}

function* neighbours(
  passages: readonly Passage[],
  isNear: (passage: Passage) => boolean,
  direction: 1 | -1,
): Generator<string, undefined> {
  for (const passage of passages) {
    if (!isNear(passage)) return;
    const sentences = passage.sentences.map((sentence) => sentence.plain);
    yield* direction === 1 ? sentences : sentences.reverse();
  }
}
