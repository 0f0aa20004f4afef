import type { ExtractedFormat } from '../format.ts';
import { beginsWith } from '../signatures.ts';

/** `.json`: an article as an object with the fields that rows.ts names, or a list of such. */
export const json: ExtractedFormat = {
  id: 'json',
  kind: 'extracted',
  name: 'JSON',
  endings: ['json'],
  isCertain: false,
  detect: beginsWith(/[[{]/),
};
