import type { ArticleCard } from '../passage.ts';
import type { ArticleTable } from './article-table.ts';
import type { KeywordSegment } from './keyword-segment.ts';
import type { VectorIndex } from './vector-index.ts';

/**
 * Articles that were written together, with all that is needed to search them. It never changes:
 * generations share it, and each says which of its articles are still part of the index.
 */
export class Segment {
  readonly id: string;
  readonly table: ArticleTable;
  readonly keywords: KeywordSegment;
  readonly vectors: VectorIndex;
  readonly articles: readonly ArticleCard[];

  /** @throws RangeError when the parts do not fit each other. */
  constructor(id: string, table: ArticleTable, keywords: KeywordSegment, vectors: VectorIndex) {
    if (keywords.size !== table.size || vectors.size !== table.size) {
      throw new RangeError('its files do not fit each other');
    }
    this.id = id;
    this.table = table;
    this.keywords = keywords;
    this.vectors = vectors;
    this.articles = table.cards;
  }
}
