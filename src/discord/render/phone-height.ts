import { unescapeMarkdown } from '../text/escape.ts';

/**
 * How high a phone shows text in a card, in CSS pixels at a width of 390: a line's height, and how
 * many characters it holds (the browser suite measures it).
 */
interface Type {
  lineHeight: number;
  characters: number;
}

const QUOTED: Type = { lineHeight: 22, characters: 29 };
const SMALL: Type = { lineHeight: 18, characters: 38 };
/** Small print that has a button beside it. */
const BESIDE_BUTTON: Type = { lineHeight: 18, characters: 25 };
/** A date, which each reader sees in the form of their own language. */
const LONG_DATE = 'September 30, 2026';

/** Of the quoted lines as they are shown, without marks. */
export function quotedHeight(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + heightOf(line, QUOTED), 0);
}

/** Of a line of small print, as Markdown. */
export function smallHeight(markdown: string, hasButton = false): number {
  const shown = unescapeMarkdown(
    markdown
      .replace(/^-# /u, '')
      .replace(/\]\(<[^>]*>\)/gu, '')
      .replace(/<t:\d+:D>/gu, LONG_DATE),
  );
  return heightOf(shown, hasButton ? BESIDE_BUTTON : SMALL);
}

/** Chinese, Japanese and Korean letters and their marks take twice the width. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/gu;

function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** Words go to the next line whole, and longer ones are broken. */
function heightOf(text: string, { lineHeight, characters }: Type): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/(?<=\s)/u)) {
    if (used > 0 && used + widthOf(word.trimEnd()) > characters) {
      lines += 1;
      used = 0;
    }
    used += widthOf(word);
    if (used > characters) {
      lines += Math.floor((used - 1) / characters);
      used = used % characters || characters;
    }
  }
  return lines * lineHeight;
}
