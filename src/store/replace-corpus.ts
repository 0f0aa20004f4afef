import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeArticles } from './article-codec.ts';
import { syncFolder, writeFileDurably } from './files.ts';
import { encodeKeywords } from './keyword-codec.ts';
import { type IndexLock, lockIndex } from './lock.ts';
import {
  currentGeneration,
  FORMAT,
  generationsFolder,
  publicManifest,
  type StoredManifest,
  writeManifest,
} from './manifest.ts';
import { asUnwritable } from './problems.ts';
import { termSequences } from './term-sequences.ts';
import type { EmbeddedArticle, Manifest } from './types.ts';
import { encodeVectors } from './vector-index.ts';

export interface Corpus {
  model: Manifest['model'];
  corpusHash: string;
  articles: readonly EmbeddedArticle[];
}

/**
 * Makes a corpus the content of an index: builds a new generation beside the current one and swaps
 * with one rename. Until then, and whenever this fails or is killed, the old one stays.
 *
 * @param options.lock the lock that the caller holds; without it, one is held for the duration.
 * @throws IndexLockedError when another holds the lock; IndexError when it cannot be written.
 */
export async function replaceCorpus(
  indexDir: string,
  corpus: Corpus,
  options: { lock?: IndexLock } = {},
): Promise<Manifest> {
  const lock = options.lock ?? (await lockIndex(indexDir));
  try {
    return await build(indexDir, corpus, lock);
  } catch (error) {
    throw asUnwritable(indexDir, error);
  } finally {
    if (!options.lock) await lock.release();
  }
}

async function build(indexDir: string, corpus: Corpus, lock: IndexLock): Promise<Manifest> {
  check(corpus);
  // An index that cannot be read, say of a newer format, is left alone until the swap.
  const before = await currentGeneration(indexDir).catch(() => null);
  if (before !== null) await sweep(indexDir, [before]);

  const createdAt = new Date().toISOString();
  const generation = `${createdAt.replace(/\W/g, '')}-${randomBytes(4).toString('hex')}`;
  const folder = join(generationsFolder(indexDir), generation);
  try {
    await mkdir(folder, { recursive: true });
    const manifest: StoredManifest = {
      format: FORMAT,
      generation,
      createdAt,
      corpusHash: corpus.corpusHash,
      model: corpus.model,
      ...countsOf(corpus),
      files: await writeFiles(folder, corpus),
    };
    await syncFolder(generationsFolder(indexDir));
    await lock.check();
    await writeManifest(indexDir, manifest);
    // What cannot be removed now is removed by the next build; the swap has been made.
    await sweep(indexDir, [before, generation]).catch(() => {});
    return publicManifest(manifest);
  } catch (error) {
    // The rename may have been made, and only what comes after it have failed.
    const current = await currentGeneration(indexDir).catch(() => undefined);
    if (current !== generation) await rm(folder, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
}

async function writeFiles(folder: string, { articles }: Corpus): Promise<StoredManifest['files']> {
  const write = (name: string, content: Uint8Array) =>
    writeFileDurably(join(folder, name), content);
  const texts = articles.flatMap(({ article, passages }) =>
    passages.map(({ passage }) => [article.title, ...passage.headings, passage.plain].join('\n')),
  );
  const vectors = articles.flatMap(({ passages }) => passages.map((passage) => passage.vectors));
  return {
    'articles.jsonl.gz': await write('articles.jsonl.gz', await encodeArticles(articles)),
    'keywords.bin': await write('keywords.bin', encodeKeywords(termSequences(texts))),
    'vectors.bin': await write('vectors.bin', encodeVectors(vectors)),
  };
}

/** Removes all generations but some, and what killed builds left. */
async function sweep(indexDir: string, kept: (string | null | undefined)[]): Promise<void> {
  const folder = generationsFolder(indexDir);
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (!kept.includes(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
  for (const name of await readdir(indexDir)) {
    if (name.endsWith('.tmp')) await rm(join(indexDir, name), { force: true });
  }
}

function countsOf({ articles }: Corpus) {
  const passages = articles.flatMap((article) => article.passages);
  return {
    articles: articles.length,
    passages: passages.length,
    vectors: passages.reduce((sum, { vectors }) => sum + vectors.length, 0),
  };
}

/** What would be found out only when the index is used: vectra takes vectors of any length. */
function check({ model, articles }: Corpus): void {
  const ids = new Set<string>();
  for (const { article, passages } of articles) {
    if (ids.has(article.id)) throw new TypeError(`The article ${article.id} is there twice.`);
    ids.add(article.id);
    for (const { passage, vectors } of passages) {
      if (vectors.length > 0 && vectors.every(({ length }) => length === model.dimensions))
        continue;
      throw new RangeError(
        `${passage.id} needs vectors of ${model.dimensions} dimensions, at least one.`,
      );
    }
  }
}
