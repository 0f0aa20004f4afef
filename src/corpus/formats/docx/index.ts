import type { ExtractedFormat } from '../format.ts';
import { isOldOffice, isZip } from '../signatures.ts';

/** `.docx`: what Word, LibreOffice and Google Docs save. */
export const docx: ExtractedFormat = {
  id: 'docx',
  kind: 'extracted',
  name: 'Word document',
  endings: ['docx'],
  // An encrypted one is told apart when it is read.
  detect: (bytes) => isOldOffice(bytes) || (isZip(bytes) && !isEpub(bytes)),
};

/** An EPUB says what it is in its first entry, which is not compressed. */
function isEpub(bytes: Buffer): boolean {
  return bytes.subarray(0, 100).includes('application/epub+zip');
}
