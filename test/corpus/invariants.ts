import { expect } from 'vitest';
import type { ParsedArticle } from '../../src/corpus/index.ts';

/** What holds for every article: see the doc comments in src/passage.ts. */
export function expectInvariants({ article, passages }: ParsedArticle): void {
  expect(passages.length).toBeGreaterThan(0);
  let passageEnd = 0;
  for (const [index, passage] of passages.entries()) {
    expect(passage.paragraph).toBe(index + 1);
    expect(passage.id).toBe(`${article.id}#${index + 1}`);
    expect(passage.articleId).toBe(article.id);
    expect(passage.start).toBeGreaterThanOrEqual(passageEnd);
    expect(passage.text).toBe(article.text.slice(passage.start, passage.end));
    expect(passage.text).not.toBe('');
    passageEnd = passage.end;

    expect(passage.sentences.length).toBeGreaterThan(0);
    let sentenceEnd = passage.start;
    for (const { start, end, plain } of passage.sentences) {
      expect(start).toBeGreaterThanOrEqual(sentenceEnd);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(passage.end);
      expect(plain).not.toBe('');
      expect(plain.trim()).toBe(plain);
      expect(article.text.slice(start, end).trim()).toBe(article.text.slice(start, end));
      sentenceEnd = end;
    }
    const words = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const said = passage.sentences.flatMap((sentence) => words(sentence.plain));
    expect(said).toEqual(words(passage.plain));
  }
}
