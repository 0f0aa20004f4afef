export { buildIndex } from './build-index.ts';
export { corpusChanges } from './corpus-changes.ts';
export { type OpenOptions, openUpToDate } from './open-up-to-date.ts';
export type { IndexingOptions, IndexingSummary } from './types.ts';
