import type { Passage } from '../passage.ts';

/**
 * A passage that is read when more than its id is asked for; what was read stays with it. A class
 * of its own, because a search makes a hundred of them.
 */
export class LazyPassage implements Passage {
  readonly id: string;
  readonly articleId: string;
  readonly paragraph: number;
  readonly #read: () => Passage;
  #known: Passage | undefined;

  constructor(articleId: string, paragraph: number, read: () => Passage) {
    this.id = `${articleId}#${paragraph}`;
    this.articleId = articleId;
    this.paragraph = paragraph;
    this.#read = read;
  }

  get start() {
    return this.#passage.start;
  }

  get end() {
    return this.#passage.end;
  }

  get text() {
    return this.#passage.text;
  }

  get plain() {
    return this.#passage.plain;
  }

  get headings() {
    return this.#passage.headings;
  }

  get sentences() {
    return this.#passage.sentences;
  }

  get page() {
    return this.#passage.page;
  }

  get #passage(): Passage {
    this.#known ??= this.#read();
    return this.#known;
  }
}
