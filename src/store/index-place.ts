import { type IndexLock, lockIndex as lockFolder } from './lock.ts';
import { currentGeneration as currentInFolder } from './manifest.ts';
import type { LastGood, StoreOptions } from './open-store.ts';
import * as folder from './open-store.ts';
import { type ReplaceOptions, replaceCorpus as replaceInFolder } from './replace-corpus.ts';
import type { ChangedCorpus, Manifest, PassageStore } from './types.ts';

export type { LastGood, StoreOptions } from './open-store.ts';

/** An index that a server keeps. As a text it is what people may read: without the password. */
export interface IndexServer {
  open(options: StoreOptions): Promise<PassageStore>;
  openLastGood(options: StoreOptions): Promise<LastGood>;
  openRemains(options: StoreOptions): Promise<PassageStore | undefined>;
  lock(): Promise<IndexLock>;
  replace(corpus: ChangedCorpus, options?: ReplaceOptions): Promise<Manifest>;
  currentGeneration(): Promise<string | undefined>;
  close(): Promise<void>;
  toString(): string;
}

/** Where an index is: a folder, or a server. */
export type IndexPlace = string | IndexServer;

/** @param url of the server; where there is none, the index is in the folder */
export async function indexPlace(indexDir: string, url: string | undefined): Promise<IndexPlace> {
  if (url === undefined) return indexDir;
  const { PostgresIndex } = await import('./postgres/postgres-index.ts');
  return new PostgresIndex(url);
}

export const openStore = (place: IndexPlace, options: StoreOptions): Promise<PassageStore> =>
  typeof place === 'string' ? folder.openStore(place, options) : place.open(options);

export const openLastGood = (place: IndexPlace, options: StoreOptions): Promise<LastGood> =>
  typeof place === 'string' ? folder.openLastGood(place, options) : place.openLastGood(options);

export const openRemains = (
  place: IndexPlace,
  options: StoreOptions,
): Promise<PassageStore | undefined> =>
  typeof place === 'string' ? folder.openRemains(place, options) : place.openRemains(options);

export const lockIndex = (place: IndexPlace): Promise<IndexLock> =>
  typeof place === 'string' ? lockFolder(place) : place.lock();

export const replaceCorpus = (
  place: IndexPlace,
  corpus: ChangedCorpus,
  options?: ReplaceOptions,
): Promise<Manifest> =>
  typeof place === 'string'
    ? replaceInFolder(place, corpus, options)
    : place.replace(corpus, options);

export const currentGeneration = (place: IndexPlace): Promise<string | undefined> =>
  typeof place === 'string' ? currentInFolder(place) : place.currentGeneration();

/** Ends the connections to a server. */
export async function closePlace(place: IndexPlace): Promise<void> {
  if (typeof place !== 'string') await place.close();
}
