import type { ExtractedFormat } from '../format.ts';
import { isEpub } from '../signatures.ts';

/** `.epub`: a book whose chapters are headings. */
export const epub: ExtractedFormat = {
  id: 'epub',
  kind: 'extracted',
  name: 'EPUB',
  endings: ['epub'],
  isCertain: true,
  detect: isEpub,
};
