import type { ExtractedFormat } from '../format.ts';
import { isNoContainer } from '../signatures.ts';

/** `.csv`, `.tsv`: an article a row, below a first row with the names of rows.ts. */
export const csv: ExtractedFormat = {
  id: 'csv',
  kind: 'extracted',
  name: 'table (CSV)',
  endings: ['csv', 'tsv'],
  isCertain: false,
  detect: isNoContainer,
};
