import type { Article, ArticleCard, Passage } from '../../passage.ts';
import type { Library } from '../catalogue/library.ts';

/** Articles of the library that are, or may be, the ones that are to be added. */
export interface KnownArticles {
  /** Of the same name. */
  sameId: ArticleCard[];
  sameAddress: ArticleCard[];
  /** Word for word. */
  sameText: ArticleCard[];
}

/** Finds those among the first articles of a file; a table can have thousands. */
const MAX_COMPARED = 20;

export async function knownArticles(
  articles: readonly { article: Article; passages: Passage[] }[],
  library: Library,
): Promise<KnownArticles> {
  const found: KnownArticles = { sameId: [], sameAddress: [], sameText: [] };
  for (const one of articles.slice(0, MAX_COMPARED)) {
    const { id, url } = one.article;
    const sameId = library.card(id);
    if (sameId) found.sameId.push(sameId);
    const sameAddress = library.articles().find((card) => url !== null && card.url === url);
    if (sameAddress) found.sameAddress.push(sameAddress);
    const sameText = await withText(one.passages, library);
    if (sameText) found.sameText.push(sameText);
  }
  return found;
}

async function withText(
  passages: readonly Passage[],
  library: Library,
): Promise<ArticleCard | undefined> {
  const [first] = passages;
  if (!first) return undefined;
  for await (const stored of library.articlesWith([first.text.normalize()])) {
    const isSame =
      stored.passages.length === passages.length &&
      stored.passages.every(({ text }, index) => text === passages[index]?.text);
    if (isSame) return stored.article;
  }
  return undefined;
}
