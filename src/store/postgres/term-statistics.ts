import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { z } from 'zod';

const stored = z.object({
  passages: z.int().min(0),
  length: z.int().min(0),
  having: z.record(z.string(), z.int().min(1)),
});

/** How many passages a corpus has, how many terms in all, and in how many each term stands. */
export class TermStatistics {
  passages = 0;
  /** Number of all terms. */
  length = 0;
  readonly #having = new Map<string, number>();

  /** @throws Error when the content is not what `encode` makes. */
  static async decode(content: Uint8Array): Promise<TermStatistics> {
    const json = (await promisify(inflateRaw)(content)).toString();
    const { passages, length, having } = stored.parse(JSON.parse(json));
    const terms = Object.entries(having).map(([key, count]) => [decoded(key), count] as const);
    return TermStatistics.of({ passages, length }, terms);
  }

  /** @param having in how many of the passages each term stands */
  static of(
    { passages, length }: { passages: number; length: number },
    having: Iterable<readonly [string, number]>,
  ): TermStatistics {
    const statistics = new TermStatistics();
    statistics.passages = passages;
    statistics.length = length;
    for (const [term, count] of having) statistics.#having.set(term, count);
    return statistics;
  }

  async encode(): Promise<Buffer> {
    const having: Record<string, number> = {};
    for (const [term, count] of this.#having) having[encoded(term)] = count;
    const { passages, length } = this;
    return promisify(deflateRaw)(JSON.stringify({ passages, length, having }));
  }

  having(term: string): number {
    return this.#having.get(term) ?? 0;
  }

  /** @param terms of one passage */
  add(terms: readonly string[]): void {
    this.#count(terms, 1);
  }

  remove(terms: readonly string[]): void {
    this.#count(terms, -1);
  }

  #count(terms: readonly string[], by: 1 | -1): void {
    this.passages += by;
    this.length += by * terms.length;
    for (const term of new Set(terms)) {
      const having = this.having(term) + by;
      if (having > 0) this.#having.set(term, having);
      else this.#having.delete(term);
    }
  }
}

/** No term begins so: `__proto__` and numbers would be keys of another kind. */
const MARK = '=';
const encoded = (term: string) => MARK + term;
const decoded = (key: string) => key.slice(MARK.length);
