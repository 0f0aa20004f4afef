import type { ArticlePlace } from './order-codec.ts';
import type { ChangedCorpus, EmbeddedArticle } from './types.ts';
import { VectraStore } from './vectra-store.ts';

/**
 * A segment is written anew when what is written anyway is at least this part of it: so there are
 * never more segments than the logarithm of the number of passages, and over time each passage is
 * written no more often than that.
 */
const REWRITTEN_WITH = 1 / 2;
/** A segment is written anew when less than this part of it is still in the index. */
const MIN_LIVE_SHARE = 2 / 3;

/** How a corpus is made of segments that are there and one that is to be written. */
export interface SegmentPlan {
  /** The index that the segments are of; undefined when all is to be written. */
  base: VectraStore | undefined;
  /** The numbers of its segments that are taken over as they are. */
  shared: readonly number[];
  /** In order: an article to be written, or where one lies in a segment that is taken over. */
  articles: Iterable<EmbeddedArticle | ArticlePlace>;
}

/** @throws RangeError when an article is to be taken over that is not there. */
export function planSegments(corpus: ChangedCorpus): SegmentPlan {
  const base = corpus.base instanceof VectraStore ? corpus.base : undefined;
  const places = corpus.articles.map((article) => {
    if (typeof article !== 'string') return article;
    const place = base?.placeOf(article);
    if (!place) throw new RangeError(`${article} is not in the index.`);
    return place;
  });
  if (!base) return { base, shared: [], articles: places };
  const shared = chooseShared(base, places);
  return { base, shared, articles: planned(base, shared, places) };
}

/** One by one, so that what is read of the old index is not in memory all at once. */
function* planned(
  base: VectraStore,
  shared: readonly number[],
  places: readonly (EmbeddedArticle | ArticlePlace)[],
) {
  for (const each of places) {
    yield isPlace(each) && !shared.includes(each.segment) ? readArticle(base, each) : each;
  }
}

export const isPlace = (article: EmbeddedArticle | ArticlePlace): article is ArticlePlace =>
  'segment' in article;

function chooseShared(
  base: VectraStore,
  articles: readonly (EmbeddedArticle | ArticlePlace)[],
): number[] {
  const kept = base.segments.map(() => 0);
  let rewritten = 0;
  for (const each of articles) {
    if (isPlace(each)) {
      const range = base.segments[each.segment]?.segment.table.rangeOf(each.article);
      kept[each.segment] = (kept[each.segment] ?? 0) + (range ? range.last - range.first : 0);
    } else rewritten += each.passages.length;
  }
  const shared: number[] = [];
  for (const [number, passages] of [...kept.entries()].sort(([, a], [, b]) => a - b)) {
    const size = base.segments[number]?.segment.table.size ?? 0;
    if (passages * REWRITTEN_WITH <= rewritten || passages < MIN_LIVE_SHARE * size) {
      rewritten += passages;
    } else shared.push(number);
  }
  return shared.sort((a, b) => a - b);
}

/** What is stored of an article, to be written again. */
function readArticle(base: VectraStore, { segment, article }: ArticlePlace): EmbeddedArticle {
  const { table, vectors } = base.segments[segment]?.segment ?? missing();
  const { first } = table.rangeOf(article);
  const stored = table.read(article);
  return {
    article: stored.article,
    passages: stored.passages.map((passage, i) => ({
      passage,
      textHash: table.hashOf(first + i),
      vectors: vectors.vectorsOf(first + i),
    })),
  };
}

function missing(): never {
  throw new RangeError('a segment is not there');
}
