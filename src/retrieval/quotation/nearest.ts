import type { PassageStore } from '../../store/types.ts';
import { align } from './align.ts';
import { type ArticleToken, ArticleTokens } from './article-tokens.ts';
import { type Token, textOfTokens } from './tokens.ts';

/** Passages that are compared with a quotation: the best of the keyword search. */
const CANDIDATES = 12;
/** A quotation may reach into this many passages before and after, and one more for so many tokens. */
const REACH = 1;
const TOKENS_OF_A_PASSAGE = 120;
/** Pairs of tokens that are compared at most: some tens of milliseconds. */
const MAX_COMPARED = 4_000_000;

/** The piece of an article that a quotation is nearest to. */
export interface Near {
  tokens: ArticleTokens;
  found: ArticleToken[];
  /** 0 where nothing differs, 1 where everything does. */
  distance: number;
}

/** The nearest piece in the articles, or in those with the given ids. */
export async function nearestTo(
  quoted: readonly Token[],
  store: Pick<PassageStore, 'searchKeywords' | 'read'>,
  articleIds?: readonly string[],
): Promise<Near | undefined> {
  const reach = REACH + Math.floor(quoted.length / TOKENS_OF_A_PASSAGE);
  let nearest: Near | undefined;
  let compared = 0;
  const read = new Map<string, ArticleTokens>();
  const hits = await store.searchKeywords(textOfTokens(quoted), CANDIDATES, articleIds);
  const shelf = await store.read(hits.map(({ passage }) => passage.articleId));
  for (const { passage } of hits) {
    const article = shelf.article(passage.articleId);
    if (!article) continue;
    const tokens = read.get(article.id) ?? new ArticleTokens(article, shelf.passagesOf(article.id));
    read.set(article.id, tokens);
    const index = passage.paragraph - 1;
    const text = tokens.between(index - reach, index + reach);
    compared += quoted.length * text.length;
    if (nearest && compared > MAX_COMPARED) break;
    const aligned = align(quoted, text);
    if (!aligned || aligned.distance >= (nearest?.distance ?? Number.POSITIVE_INFINITY)) continue;
    const found = text.slice(aligned.first, aligned.last + 1);
    nearest = { tokens, found, distance: aligned.distance };
  }
  return nearest;
}
