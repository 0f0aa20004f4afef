export { type IndexLock, lockIndex } from './lock.ts';
export { currentGeneration } from './manifest.ts';
export { type LastGood, openLastGood, openRemains, openStore } from './open-store.ts';
export { replaceCorpus } from './replace-corpus.ts';
export { articleIdOf } from './shelf.ts';
export type {
  ChangedCorpus,
  Corpus,
  EmbeddedArticle,
  EmbeddedPassage,
  Hit,
  Manifest,
  PassageStore,
  Shelf,
  StoredArticle,
} from './types.ts';
