import type { ExtractedFormat } from '../format.ts';
import { beginsWith } from '../signatures.ts';

/** `.jsonl`, `.ndjson`: an article a line, an object with the fields that rows.ts names. */
export const jsonl: ExtractedFormat = {
  id: 'jsonl',
  kind: 'extracted',
  name: 'JSON Lines',
  endings: ['jsonl', 'ndjson'],
  isCertain: false,
  detect: beginsWith(/\{/),
};
