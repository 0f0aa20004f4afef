import { splitSentences } from '../../sentences.ts';
import { parseByline } from './byline.ts';
import type { Line } from './paragraphs.ts';

/** In characters. Headlines are shorter, and a line that is no paragraph is wrapped before. */
const MAX_HEADLINE = 120;
/** One that ends like a sentence is shorter still: `The bridge is open.` */
const MAX_SENTENCE = 60;
const SENTENCE_END = /[.。…]["'”’»)\]]*$/;

/**
 * Whether the first of a text's lines is its headline, and no paragraph: that is long, or goes on
 * in the next line, or has several sentences.
 */
export function isHeadline([line, ...others]: readonly Line[]): boolean {
  if (!line || line.text.length > MAX_HEADLINE || /[,;]$/.test(line.text)) return false;
  const next = others[0]?.text ?? '';
  if (/^\p{Ll}/u.test(next) && !parseByline(next)) return false;
  if (!others.some(({ text }) => text !== '')) return false;
  if (!SENTENCE_END.test(line.text)) return true;
  return line.text.length <= MAX_SENTENCE && splitSentences(line.text).length === 1;
}
