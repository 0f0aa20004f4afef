import { ArticleFaultError } from '../errors.ts';
import { Turns } from '../runtime/event-loop.ts';
import { type EncodedArticle, encodeArticle, encodeArticles } from './article-codec.ts';
import { checkVectors } from './check-article.ts';
import { encodeKeywords } from './keyword-codec.ts';
import type { StoredManifest } from './manifest.ts';
import { type ArticlePlace, encodeOrder } from './order-codec.ts';
import type { SegmentFile } from './own-files.ts';
import { isPlace, type SegmentPlan } from './plan-segments.ts';
import { termSequences } from './term-sequences.ts';
import { termsOfLong } from './terms.ts';
import type { EmbeddedArticle, Manifest } from './types.ts';
import { encodeVectors } from './vector-codec.ts';

/** A corpus ready to be written. */
export interface PreparedCorpus {
  counts: Pick<StoredManifest, 'articles' | 'passages' | 'vectors'>;
  /** The file of the order, in which the new segment comes after those that are taken over. */
  order: Buffer;
  /** Makes the content of each file, one after the other, so that not all are in memory at once. */
  segment: Record<SegmentFile, () => Promise<Uint8Array>> | undefined;
}

/**
 * Encodes each article by itself, and leaves out those that do not hold: an article that would not
 * be read back as it is, or could not be found.
 *
 * @param onFault told of what is left out; where it is missing, the first such ends everything.
 * @throws ArticleFaultError also when no article of many holds.
 */
export async function prepareCorpus(
  { articles, shared, base }: SegmentPlan,
  model: Manifest['model'],
  onFault?: (fault: ArticleFaultError) => void,
): Promise<PreparedCorpus> {
  const turns = new Turns();
  const ids = new Set<string>();
  const order: ArticlePlace[] = [];
  const written: EncodedArticle[] = [];
  const terms: string[][] = [];
  const vectors: (readonly Float32Array[])[] = [];
  const counts = { articles: 0, passages: 0, vectors: 0 };
  let lastFault: ArticleFaultError | undefined;
  for (const article of articles) {
    if (isPlace(article)) {
      const { table, vectors } = base?.segments[article.segment]?.segment ?? {};
      const range = table?.rangeOf(article.article) ?? { first: 0, last: 0 };
      counts.passages += range.last - range.first;
      counts.vectors += vectors?.countOf(range) ?? 0;
      order.push({ segment: shared.indexOf(article.segment), article: article.article });
    } else {
      try {
        const { id } = article.article;
        if (ids.has(id)) throw new TypeError(`The article ${id} is there twice.`);
        checkVectors(article, model);
        const encoded = await encodeArticle(article);
        const termsOfArticle = await termsOfPassages(article);
        ids.add(id);
        order.push({ segment: shared.length, article: written.length });
        written.push(encoded);
        for (const each of termsOfArticle) terms.push(each);
        for (const passage of article.passages) vectors.push(passage.vectors);
      } catch (cause) {
        lastFault = ArticleFaultError.of(article.article.file, cause);
        if (!onFault) throw lastFault;
        onFault(lastFault);
      }
    }
    if (turns.isOver) await turns.next();
  }
  if (lastFault && order.length === 0) throw lastFault;
  counts.articles = order.length;
  counts.passages += vectors.length;
  counts.vectors += vectors.reduce((sum, { length }) => sum + length, 0);
  return {
    counts,
    order: encodeOrder(order),
    segment:
      written.length === 0
        ? undefined
        : {
            articles: () => encodeArticles(written),
            keywords: async () => encodeKeywords(await termSequences(terms)),
            vectors: () => encodeVectors(vectors),
          },
  };
}

/** The terms that each passage is found by: its own, and those of title and headings. */
export async function termsOfPassages({ article, passages }: EmbeddedArticle): Promise<string[][]> {
  const turns = new Turns();
  const terms: string[][] = [];
  for (const { passage } of passages) {
    const text = [article.title, ...passage.headings, passage.plain].join('\n');
    terms.push(await termsOfLong(text, article.language ?? undefined));
    if (turns.isOver) await turns.next();
  }
  return terms;
}
