export { type IndexLock, lockIndex } from './lock.ts';
export { currentGeneration } from './manifest.ts';
export { openStore } from './openStore.ts';
export { type Corpus, replaceCorpus } from './replaceCorpus.ts';
export type { EmbeddedArticle, EmbeddedPassage, Hit, Manifest, PassageStore } from './types.ts';
