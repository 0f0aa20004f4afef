import type { Action, CustomIds } from '../../src/discord/buttons/custom-id.ts';
import { referenceToArticle, referenceToPassage } from '../../src/discord/buttons/references.ts';
import type { Library } from '../../src/discord/catalogue/library.ts';
import type { Random } from '../../src/evaluation/random.ts';
import type { Shelf } from '../../src/store/index.ts';

const LETTERS = [...'abcXYZ019._-~ \n\u0000\u202eé漢👍{}"\\'];
const MAX_NUMBER = 9_999_999;

/** Makes custom ids that a bot may have made, and such as nobody should have. */
export class CustomIdMaker {
  readonly #random: Random;
  readonly #library: Library;
  readonly #shelf: Shelf;

  constructor(random: Random, library: Library, shelf: Shelf) {
    this.#random = random;
    this.#library = library;
    this.#shelf = shelf;
  }

  /** Noise, with or without the bot's own beginning. */
  noise(): string {
    const start = this.#one(['', 'pq2.', 'pq1.', 'pq2.delete.', 'pq2.more..3.', 'pq99999.', '.']);
    return start + this.#text(LETTERS, this.#random.below(90));
  }

  /** An id with something taken out, put in, changed or exchanged. */
  mutated(id: string): string {
    const at = this.#random.below(id.length);
    const letter = this.#one(LETTERS);
    const fields = id.split('.');
    switch (this.#random.below(5)) {
      case 0:
        return id.slice(0, at) + letter + id.slice(at + 1);
      case 1:
        return id.slice(0, at) + id.slice(at + 1);
      case 2:
        return id.slice(0, at) + letter + id.slice(at);
      case 3:
        return this.#random.pick(fields, fields.length).join('.');
      default:
        return id.slice(0, at);
    }
  }

  /** Any action, of articles that are there and such as are not, signed by the bot itself. */
  signed(ids: CustomIds, guildId: string, userId: string): string {
    return ids.encode(this.#action(userId), guildId);
  }

  #action(userId: string): Action {
    const passage = { article: this.#article(), paragraph: this.#number(), text: this.#hash(6) };
    const known = referenceToPassage(this.#passage());
    const asker = this.#one([userId, '123456789012345678']);
    const { article, paragraph } = this.#one([passage, known]);
    return this.#one<Action>([
      {
        do: this.#one(['context', 'cite']),
        ...this.#one([passage, known, { ...known, paragraph: passage.paragraph }]),
        sentence: this.#number(),
      },
      { do: 'same', ...this.#one([passage, known]) },
      {
        do: 'more',
        scope: this.#one(['', article]),
        shown: this.#number(),
        card: this.#one(['', '123456789012345678']),
      },
      { do: 'good', article },
      { do: 'bad', article },
      { do: 'delete', asker },
      { do: 'look', article, paragraph },
      { do: 'turn', article, paragraph },
      {
        do: 'list',
        page: this.#number(),
        tag: this.#one(['', this.#hash(6)]),
        author: this.#one(['', this.#hash(6)]),
        since: this.#one(['', '2024-01-01', '9999-99-99']),
        until: this.#one(['', '2024-12-31', '0000-00-00']),
      },
      { do: 'human', asker, card: this.#one(['', '123456789012345678']) },
    ]);
  }

  #article(): string {
    return this.#one([this.#hash(8), referenceToArticle(this.#one(this.#library.articles()).id)]);
  }

  #passage() {
    const article = this.#one(this.#library.articles());
    return this.#one(this.#shelf.passagesOf(article.id));
  }

  #number(): number {
    return this.#one([0, 1, 3, MAX_NUMBER, this.#random.below(MAX_NUMBER)]);
  }

  #hash(length: number): string {
    return this.#text([...'abcdefXYZ0123456789_-'], length);
  }

  #text(letters: readonly string[], length: number): string {
    return Array.from({ length }, () => this.#one(letters)).join('');
  }

  #one<T>(choices: readonly T[]): T {
    return choices[this.#random.below(choices.length)] as T;
  }
}
