import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Embedder, EmbeddingProfile } from '../../src/inference/index.ts';
import type { PassageStore } from '../../src/store/index.ts';
import { readAll } from '../store/read-all.ts';

/** What the articles are about, and in which files they are. */
export const PLACES: Record<string, string> = {
  Arlen: 'arlen.md',
  Brogan: 'brogan.md',
  Corvel: 'coast/corvel.md',
  Dunmore: 'coast/dunmore.md',
};
export const THINGS = ['bridge', 'harbour office', 'mill'];

/** The files of a corpus that says in each paragraph which edition it is. */
export function edition(number: number): Record<string, string> {
  const files = Object.entries(PLACES).map(([place, file]) => {
    const paragraphs = THINGS.map(
      (thing, i) =>
        `The ${thing} of ${place} has ${number + i} windows, as edition ${number} of the county book says.`,
    );
    return [file, `# News of ${place}\n\n${paragraphs.join('\n\n')}\n`];
  });
  return Object.fromEntries(files);
}

export async function writeEdition(corpusDir: string, number: number): Promise<void> {
  for (const [file, text] of Object.entries(edition(number))) {
    const path = join(corpusDir, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** The edition that a store holds. @throws Error unless all of it is whole and verbatim */
export async function editionOf(store: PassageStore): Promise<number> {
  const shelf = await readAll(store);
  const articles = store.articles().flatMap(({ id }) => shelf.article(id) ?? []);
  const number = Number(articles[0]?.text.match(/edition (\d+)/)?.[1]);
  const files = Object.entries(edition(number)).sort(([a], [b]) => (a < b ? -1 : 1));
  const found = articles.map(({ file, text }) => [file, text]);
  expectSame('the articles', found, files);
  for (const { id, text } of articles) {
    const passages = shelf.passagesOf(id);
    expectSame('number of passages', passages.length, THINGS.length);
    for (const each of passages) {
      expectSame('a passage', each.text, text.slice(each.start, each.end));
    }
  }
  const total = THINGS.length * articles.length;
  const anything = new Float32Array(store.manifest.model.dimensions).fill(
    store.manifest.model.dimensions ** -0.5,
  );
  expectSame('found by vectors', (await store.searchVectors(anything, 100)).length, total);
  expectSame(
    'found by words',
    (await store.searchKeywords(`edition ${number}`, 100)).length,
    total,
  );
  return number;
}

function expectSame(what: string, found: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a?.slice(0, 200)} instead of ${b?.slice(0, 200)}`);
}

const PROFILE: EmbeddingProfile = {
  model: 'made-up',
  sha256: '0'.repeat(64),
  dimensions: 8,
  pooling: 'cls',
  queryPrefix: '',
  passagePrefix: '',
  maxTokens: 512,
};

/** Vectors that depend on the text alone, without a model: for what is done to files. */
export const madeUpEmbedder: Embedder = {
  profile: PROFILE,
  embedQuery: async (text) => vectorOf(text, PROFILE.dimensions),
  embedPassages: madeUpVectors(PROFILE.dimensions),
};

/** One unit vector a text, at once. */
export function madeUpVectors(dimensions: number): Embedder['embedPassages'] {
  return async (texts, { onProgress } = {}) => {
    onProgress?.({ done: texts.length, total: texts.length });
    return texts.map(({ head, body }) => [vectorOf(`${head}\n${body}`, dimensions)]);
  };
}

function vectorOf(text: string, dimensions: number): Float32Array {
  const bytes = createHash('shake256', { outputLength: dimensions }).update(text).digest();
  const vector = Float32Array.from(bytes, (byte) => byte - 127.5);
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}
