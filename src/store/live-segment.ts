import type { ArticleCard, Passage } from '../passage.ts';
import type { KeywordSegment } from './keyword-segment.ts';
import { LazyPassage } from './lazy.ts';
import type { PassageRange } from './places.ts';
import type { Segment } from './segment.ts';

/** A segment as a generation has it: with some of its articles, each at its place in the corpus. */
export class LiveSegment {
  readonly segment: Segment;
  readonly keywords: KeywordSegment;
  readonly live: readonly PassageRange[];
  readonly dead: readonly PassageRange[];
  /** By article: the place of its first passage in the corpus, undefined when it is dead. */
  readonly #firstPlaces: readonly (number | undefined)[];

  constructor(segment: Segment, firstPlaces: readonly (number | undefined)[]) {
    this.segment = segment;
    this.keywords = segment.keywords;
    this.#firstPlaces = firstPlaces;
    const ranges = (isLive: boolean) =>
      joined(
        segment.articles.flatMap((_, article) =>
          (firstPlaces[article] !== undefined) === isLive ? [segment.table.rangeOf(article)] : [],
        ),
      );
    this.live = ranges(true);
    this.dead = ranges(false);
  }

  /** The place of a live passage in the corpus. */
  readonly placeOf = (passage: number): number => {
    const article = this.segment.table.articleOf(passage);
    const { first } = this.segment.table.rangeOf(article);
    return (this.#firstPlaces[article] ?? 0) + passage - first;
  };

  isLive(article: number): boolean {
    return this.#firstPlaces[article] !== undefined;
  }

  /** Number of live passages. */
  get size(): number {
    return this.live.reduce((sum, { first, last }) => sum + last - first, 0);
  }

  passage(passage: number): Passage {
    const { table, articles } = this.segment;
    const article = table.articleOf(passage);
    const { id } = articles[article] as ArticleCard;
    const index = passage - table.rangeOf(article).first;
    return new LazyPassage(id, index + 1, () => table.read(article).passages[index] as Passage);
  }
}

/** Ranges in order, with those that touch made one. */
function joined(ranges: readonly PassageRange[]): PassageRange[] {
  const all: PassageRange[] = [];
  for (const { first, last } of ranges) {
    const before = all.at(-1);
    if (before?.last === first) before.last = last;
    else all.push({ first, last });
  }
  return all;
}
