import type { Span } from '../../passage.ts';

/** A word, a number or a punctuation mark; the span is where it stands in its text. */
export interface Token extends Span {
  /** As written, without invisible characters. */
  text: string;
  /** Equal for spellings that no reader tells apart: `town’s` and `town's`, `–` and `-`. */
  key: string;
  isWord: boolean;
  /** White space stands before it. */
  isSpaced: boolean;
}

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
/**
 * A word with its apostrophes and invisible characters, or a number with its marks; a run of dashes;
 * an ellipsis; any other mark. Quotation marks, white space and the marks of Markdown are no tokens.
 */
const TOKEN =
  /(?<word>[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]|['’ʼ](?=\p{L})|(?<=\p{N})[.,:](?=\p{N}))*)|(?<dash>[-‐‑‒–—―−]+)|(?<ellipsis>\.{3,}|…)|[^\s\p{L}\p{M}\p{N}\p{C}"“”„‟«»‹›‘’‚‛'`´*_~|\\>#]/gu;

/** The tokens of a text in its order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const { index: start, groups } = match;
    const isSpaced = /\s/u.test(text.slice(end, start));
    end = start + match[0].length;
    const written = match[0].replace(INVISIBLE, '');
    const key = groups?.dash
      ? '-'
      : groups?.ellipsis
        ? '…'
        : written.normalize('NFC').replace(/[’ʼ]/gu, "'");
    tokens.push({ start, end, text: written, key, isWord: groups?.word !== undefined, isSpaced });
  }
  return tokens;
}

/** The tokens as one line of text. */
export function textOfTokens(tokens: readonly Token[]): string {
  return tokens
    .map(({ text, isSpaced }) => `${isSpaced ? ' ' : ''}${text}`)
    .join('')
    .trim();
}

/** Whether two keys are equal but for the case of the first letter. */
export function equalAtStart(a: string, b: string): boolean {
  if (a === b) return true;
  const [first = ''] = a;
  const [other = ''] = b;
  return (
    first.toLowerCase() === other.toLowerCase() && a.slice(first.length) === b.slice(other.length)
  );
}
