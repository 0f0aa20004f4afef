import { diffArrays } from 'diff';
import { equalAtStart, type Token, textOfTokens } from './tokens.ts';

/** A piece of a word-by-word comparison; `elided` is where the quotation says that it leaves out. */
export type DiffPart =
  | { kind: 'same'; text: string }
  /** In the quotation, not in the article. */
  | { kind: 'quoted'; text: string }
  /** In the article, not in the quotation. */
  | { kind: 'article'; text: string }
  | { kind: 'elided' };

/** How a quotation differs from a piece of an article, word by word. */
export function diffWords(quoted: readonly Token[], article: readonly Token[]): DiffPart[] {
  const [first] = quoted;
  const changes = diffArrays([...quoted], [...article], {
    comparator: (a, b) => (a === first ? equalAtStart(a.key, b.key) : a.key === b.key),
  });
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'article' : removed ? 'quoted' : 'same',
    text: textOfTokens(value),
  }));
}
