import { ArticleFaultError } from '../errors.ts';
import { Turns } from '../runtime/event-loop.ts';
import { compressArticles, encodeArticle } from './article-codec.ts';
import { checkVectors } from './check-article.ts';
import { encodeKeywords } from './keyword-codec.ts';
import type { StoredManifest } from './manifest.ts';
import { termSequences } from './term-sequences.ts';
import { termsOfLong } from './terms.ts';
import type { Corpus, EmbeddedArticle } from './types.ts';
import { encodeVectors } from './vector-codec.ts';

/** A corpus ready to be written. */
export interface PreparedCorpus {
  counts: Pick<StoredManifest, 'articles' | 'passages' | 'vectors'>;
  /** Makes the content of each file, one after the other, so that not all are in memory at once. */
  files: Record<keyof StoredManifest['files'], () => Promise<Uint8Array>>;
}

/**
 * Encodes each article by itself, and leaves out those that do not hold: an article that would not
 * be read back as it is, or could not be found.
 *
 * @param onFault told of what is left out; where it is missing, the first such ends everything.
 * @throws ArticleFaultError also when no article of many holds.
 */
export async function prepareCorpus(
  { model, articles }: Corpus,
  onFault?: (fault: ArticleFaultError) => void,
): Promise<PreparedCorpus> {
  const turns = new Turns();
  const ids = new Set<string>();
  const lines: Buffer[] = [];
  const terms: string[][] = [];
  const vectors: (readonly Float32Array[])[] = [];
  let lastFault: ArticleFaultError | undefined;
  for (const article of articles) {
    try {
      const { id } = article.article;
      if (ids.has(id)) throw new TypeError(`The article ${id} is there twice.`);
      checkVectors(article, model);
      const line = await encodeArticle(article);
      const termsOfArticle = await termsOfPassages(article);
      ids.add(id);
      lines.push(line);
      for (const each of termsOfArticle) terms.push(each);
      for (const passage of article.passages) vectors.push(passage.vectors);
    } catch (cause) {
      lastFault = ArticleFaultError.of(article.article.file, cause);
      if (!onFault) throw lastFault;
      onFault(lastFault);
    }
    if (turns.isOver) await turns.next();
  }
  if (lastFault && lines.length === 0) throw lastFault;
  return {
    counts: {
      articles: lines.length,
      passages: vectors.length,
      vectors: vectors.reduce((sum, { length }) => sum + length, 0),
    },
    files: {
      'articles.jsonl.gz': () => compressArticles(lines),
      'keywords.bin': async () => encodeKeywords(await termSequences(terms)),
      'vectors.bin': () => encodeVectors(vectors),
    },
  };
}

/** The terms that each passage is found by: its own, and those of title and headings. */
async function termsOfPassages({ article, passages }: EmbeddedArticle): Promise<string[][]> {
  const turns = new Turns();
  const terms: string[][] = [];
  for (const { passage } of passages) {
    const text = [article.title, ...passage.headings, passage.plain].join('\n');
    terms.push(await termsOfLong(text));
    if (turns.isOver) await turns.next();
  }
  return terms;
}
