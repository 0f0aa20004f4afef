import type { ExtractedFormat } from '../format.ts';
import { isEpub, isOldOffice, isZip } from '../signatures.ts';

/** `.docx`: what Word, LibreOffice and Google Docs save. */
export const docx: ExtractedFormat = {
  id: 'docx',
  kind: 'extracted',
  name: 'Word document',
  endings: ['docx'],
  isCertain: true,
  // An encrypted one is told apart when it is read.
  detect: (bytes) => isOldOffice(bytes) || (isZip(bytes) && !isEpub(bytes)),
};
