import type { ExtractedFormat } from '../format.ts';
import { isNoContainer } from '../signatures.ts';

/** `.html`, `.htm`: a saved web page. What is around its article is left out. */
export const html: ExtractedFormat = {
  id: 'html',
  kind: 'extracted',
  name: 'web page',
  endings: ['html', 'htm'],
  isCertain: false,
  detect: isMarkup,
};

/** Within its first kilobytes a page has a tag; UTF-16 has zero bytes between its letters. */
function isMarkup(bytes: Buffer): boolean {
  const beginning = bytes.subarray(0, 8_192).toString('latin1').replaceAll('\0', '');
  return isNoContainer(bytes) && /<[a-z!?]/i.test(beginning);
}
