import type { ArticleToken, ArticleTokens } from './article-tokens.ts';
import { equalAtStart, type Token } from './tokens.ts';

/** A run of tokens in an article. */
export interface Run {
  first: ArticleToken;
  last: ArticleToken;
}

/**
 * Where an article says the pieces word for word and in this order: one list of runs, a run for
 * each piece, for every place of the first piece that the others follow.
 *
 * @param pieces tokens without punctuation at the ends; none is empty
 */
export function findExact(tokens: ArticleTokens, pieces: readonly (readonly Token[])[]): Run[][] {
  const found: Run[][] = [];
  const [first = [], ...others] = pieces;
  const runs = runsOf(tokens, first);
  if (runs.length === 0) return [];
  const later = others.map((piece) => runsOf(tokens, piece));
  for (const run of runs) {
    const chain = [run];
    for (const candidates of later) {
      const before = chain.at(-1)?.last.end ?? 0;
      const next = candidates.find((one) => one.first.start >= before);
      if (next) chain.push(next);
    }
    if (chain.length === pieces.length) found.push(chain);
  }
  return found;
}

/** All places of one piece. Its longest word is looked for first, which is quick. */
function runsOf(tokens: ArticleTokens, piece: readonly Token[]): Run[] {
  const anchor = anchorOf(piece);
  const word = piece[anchor];
  if (!word) return [];
  // The first letter may have another case.
  const needle = anchor === 0 ? [...word.key].slice(1).join('') : word.key;
  const runs: Run[] = [];
  for (const [index, { plain }] of tokens.passages.entries()) {
    if (!plain.normalize('NFC').replaceAll('’', "'").includes(needle)) continue;
    for (const place of tokens.at(index).keys()) {
      const run = runAround(tokens, index, place, piece, anchor);
      if (run) runs.push(run);
    }
  }
  return runs;
}

function anchorOf(piece: readonly Token[]): number {
  let best = 0;
  for (const [index, { key, isWord }] of piece.entries()) {
    if (isWord && index > 0 && (best === 0 || key.length > (piece[best]?.key.length ?? 0))) {
      best = index;
    }
  }
  return best;
}

/** The run whose anchor is at a place; it may begin and end in other passages. */
function runAround(
  tokens: ArticleTokens,
  passage: number,
  place: number,
  piece: readonly Token[],
  anchor: number,
): Run | undefined {
  const fits = (token: ArticleToken | undefined, index: number) => {
    const key = piece[index]?.key ?? '';
    return token && (index === 0 ? equalAtStart(token.key, key) : token.key === key);
  };
  let first = tokens.at(passage)[place];
  if (!fits(first, anchor)) return undefined;
  let last = first;
  for (let index = anchor - 1, p = passage, at = place; index >= 0; index--) {
    at -= 1;
    while (at < 0 && p > 0) at = tokens.at(--p).length - 1;
    first = tokens.at(p)[at];
    if (!fits(first, index)) return undefined;
  }
  for (let index = anchor + 1, p = passage, at = place; index < piece.length; index++) {
    at += 1;
    while (at >= tokens.at(p).length && p < tokens.passages.length) {
      p += 1;
      at = 0;
    }
    last = tokens.at(p)[at];
    if (!fits(last, index)) return undefined;
  }
  return first && last && { first, last };
}
