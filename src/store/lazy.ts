import type { Passage } from '../passage.ts';

/** A passage that is read when more than its id is asked for; what was read stays with it. */
export function lazyPassage(articleId: string, paragraph: number, read: () => Passage): Passage {
  let known: Passage | undefined;
  const passage = () => {
    known ??= read();
    return known;
  };
  return {
    id: `${articleId}#${paragraph}`,
    articleId,
    paragraph,
    get start() {
      return passage().start;
    },
    get end() {
      return passage().end;
    },
    get text() {
      return passage().text;
    },
    get plain() {
      return passage().plain;
    },
    get headings() {
      return passage().headings;
    },
    get sentences() {
      return passage().sentences;
    },
  };
}
