import type { ChangedCorpus, KeptArticle } from '../corpus/index.ts';
import { ArticleFaultError } from '../errors.ts';
import type { Embedder } from '../inference/types.ts';
import { Turns } from '../runtime/event-loop.ts';
import type { EmbeddedArticle, PassageStore } from '../store/types.ts';
import { embedTexts } from './embed-texts.ts';
import { type HashedArticle, hashArticle } from './hash-article.ts';
import type { IndexingOptions } from './types.ts';

export interface EmbeddedCorpus {
  /** With its id only, an article that the old index holds as it is. */
  articles: (EmbeddedArticle | string)[];
  /** Articles on which the program failed; they are not among `articles`. */
  faults: ArticleFaultError[];
  /** Passages that had to be embedded. */
  embedded: number;
}

/**
 * Gives every passage its vectors: those of the old index where the very same text was embedded
 * before (a renamed article costs nothing, a changed one only its changed passages), new ones
 * from the embedder for the rest. A text that occurs twice is embedded once.
 *
 * @param unchanged ids of articles that are in the old index as they are now
 * @throws ModelError when the embedder can embed nothing at all; the signal's reason.
 */
export async function embedCorpus(
  corpus: Pick<ChangedCorpus, 'articles'>,
  old: Pick<PassageStore, 'vectorsOf' | 'holdingTexts'> | undefined,
  embedder: Embedder,
  options: Pick<IndexingOptions, 'onProgress' | 'signal'>,
  unchanged: ReadonlySet<string> = new Set(),
): Promise<EmbeddedCorpus> {
  const turns = new Turns();
  const faults: ArticleFaultError[] = [];
  const hashed: (HashedArticle | KeptArticle)[] = [];
  for (const parsed of corpus.articles) {
    if (!('passages' in parsed)) {
      hashed.push(parsed);
      continue;
    }
    try {
      hashed.push(await hashArticle(parsed));
    } catch (cause) {
      faults.push(ArticleFaultError.of(parsed.article.file, cause));
    }
    if (turns.isOver) await turns.next();
  }

  const read = hashed.filter((each) => 'passages' in each);
  const stored = await storedAsTheyAre(
    read.filter(({ article }) => unchanged.has(article.id)),
    old,
  );
  const sought = read.filter((each) => !stored.has(each)).flatMap(({ passages }) => passages);
  const vectors = new Map(await old?.vectorsOf(sought.map(({ textHash }) => textHash)));
  const missing = new Map(
    sought.filter(({ textHash }) => !vectors.has(textHash)).map((each) => [each.textHash, each]),
  );
  const fresh = await embedTexts([...missing.values()], embedder, options);

  const articles: EmbeddedCorpus['articles'] = [];
  for (const each of hashed) {
    if (!('passages' in each)) {
      articles.push(each.id);
      continue;
    }
    const { article, passages } = each;
    if (stored.has(each)) {
      articles.push(article.id);
      continue;
    }
    const failed = passages.find(({ textHash }) => fresh.failed.has(textHash));
    if (failed) faults.push(ArticleFaultError.of(article.file, fresh.failed.get(failed.textHash)));
    else {
      const embedded = passages.map(({ passage, textHash }) => ({
        passage,
        textHash,
        vectors: vectors.get(textHash) ?? fresh.vectors.get(textHash) ?? [],
      }));
      articles.push({ article, passages: embedded });
    }
    if (turns.isOver) await turns.next();
  }
  return { articles, faults, embedded: fresh.vectors.size };
}

async function storedAsTheyAre(
  hashed: readonly HashedArticle[],
  old: Pick<PassageStore, 'holdingTexts'> | undefined,
): Promise<ReadonlySet<HashedArticle>> {
  const texts = hashed.map(
    ({ article, passages }) => [article.id, passages.map(({ textHash }) => textHash)] as const,
  );
  const holding = await old?.holdingTexts(new Map(texts));
  return new Set(hashed.filter(({ article }) => holding?.has(article.id)));
}
