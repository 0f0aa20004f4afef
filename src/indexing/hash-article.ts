import { createHash } from 'node:crypto';
import { embeddingTexts, type ParsedArticle } from '../corpus/index.ts';
import type { Article, ModelText, Passage } from '../passage.ts';
import { Turns } from '../runtime/event-loop.ts';

/** An article with the texts that are embedded for its passages. */
export interface HashedArticle {
  article: Article;
  passages: { passage: Passage; texts: readonly ModelText[]; textHash: string }[];
}

export async function hashArticle({ article, passages }: ParsedArticle): Promise<HashedArticle> {
  const turns = new Turns();
  const hashed: HashedArticle['passages'] = [];
  for (const [index, passage] of passages.entries()) {
    const texts = embeddingTexts(article, passages, index);
    hashed.push({ passage, texts, textHash: hashTexts(texts) });
    if (turns.isOver) await turns.next();
  }
  return { article, passages: hashed };
}

/** 128 bits of SHA-256 in hex: enough that no two texts of a corpus meet. */
function hashTexts(texts: readonly ModelText[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32);
}
