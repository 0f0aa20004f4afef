export { type IndexLock, lockIndex } from './lock.ts';
export { currentGeneration } from './manifest.ts';
export { openStore } from './open-store.ts';
export { type Corpus, replaceCorpus } from './replace-corpus.ts';
export type { EmbeddedArticle, EmbeddedPassage, Hit, Manifest, PassageStore } from './types.ts';
