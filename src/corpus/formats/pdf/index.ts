import type { ExtractedFormat } from '../format.ts';
import { isPdf } from '../signatures.ts';

/** `.pdf` with text in it, not pictures of text. */
export const pdf: ExtractedFormat = {
  id: 'pdf',
  kind: 'extracted',
  name: 'PDF',
  endings: ['pdf'],
  isCertain: true,
  detect: isPdf,
};
