export {
  closePlace,
  currentGeneration,
  type IndexPlace,
  indexPlace,
  type LastGood,
  lockIndex,
  openLastGood,
  openRemains,
  openStore,
  replaceCorpus,
} from './index-place.ts';
export type { IndexLock } from './lock.ts';
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
