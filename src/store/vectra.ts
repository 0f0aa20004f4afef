import { createRequire } from 'node:module';
import type { LocalIndex as VectraIndex } from 'vectra';

const require = createRequire(import.meta.url);

/** What vectra's own keyword search needs, a language model among it. We have a better one. */
const UNUSED = ['wink-nlp', 'wink-eng-lite-web-model', 'wink-bm25-text-search'];

/**
 * vectra's `LocalIndex`, taken from its file: the package's entry loads every embedding client it
 * knows (1 s and 90 MB), and the class itself a language model (100 ms and 20 MB at every start).
 */
export const LocalIndex = loadLocalIndex();
export type LocalIndex = VectraIndex;

function loadLocalIndex(): typeof VectraIndex {
  const path = require.resolve('vectra').replace(/index\.js$/, 'LocalIndex.js');
  const unused = UNUSED.map((name) => createRequire(path).resolve(name));
  for (const each of unused) require.cache[each] ??= { exports: {} } as NodeJS.Module;
  try {
    return require(path).LocalIndex;
  } finally {
    for (const each of unused) delete require.cache[each];
  }
}
