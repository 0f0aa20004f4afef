import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { Embedder } from '../../src/inference/index.ts';

const made: string[] = [];
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A folder that is gone when the tests of the file are over. */
export async function newFolder(files: Record<string, string | Buffer> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-'));
  made.push(folder);
  await put(folder, files);
  return folder;
}

/** Writes files below a folder. */
export async function put(folder: string, files: Record<string, string | Buffer>): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

/** Three articles in three formats, eight passages; each long enough to be embedded by itself. */
export const ARTICLES = {
  'bridges/stone-bridge.md': `---
title: The stone bridge of Arlen
authors: [Mira Holt, Jon Adeyemi]
date: 2024-05-17
url: https://arlen.example.org/bridge
---

# The stone bridge of Arlen

The stone bridge across the Wend was opened on 4 June 1871, after nine years of work by forty masons and a single engineer.

It carried carts until 1958. Since then only people on foot and on bicycles may cross it, and the toll house is a bakery.

In the winter of 2023 divers found that the middle pier had lost two metres of its footing to the river.
`,
  'harvest.txt': `A Good Year for Apples
By Tomas Reyes | Oct 02, 2024

The orchards of the valley brought in 1,240 tonnes of apples this year, almost a third more than in the year before.

Growers say that a mild spring without frost made the difference, and that the bees came early for once.

Prices at the market fell to ninety cents a kilogram, which pleased the bakers more than it did the growers.
`,
  'lighthouse.md': `# The last keeper

Edda Brandt kept the light on Skerry Point for thirty-one years, and she was the last person who ever did.

The lamp was switched to a timer on 30 September 1999; the keeper's house stands empty and may be seen on Sundays.
`,
};

/** An embedder that keeps a list of the bodies it was given to embed. */
export function listening(embedder: Embedder): Embedder & { heard: string[] } {
  const heard: string[] = [];
  return {
    heard,
    profile: embedder.profile,
    embedQuery: (text) => embedder.embedQuery(text),
    embedPassages: (texts, options) => {
      heard.push(...texts.map(({ body }) => body));
      return embedder.embedPassages(texts, options);
    },
  };
}

/** The shipped embedding model under a name that nobody knows, so that its profile is assumed. */
export async function linkedModel(name: string): Promise<string> {
  const link = join(await newFolder(), name);
  await symlink(fileURLToPath(new URL('../../models/bge-small-en-v1.5', import.meta.url)), link);
  return link;
}

/** A file of the current generation of an index. */
export async function generationFile(indexDir: string, name: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(indexDir, 'manifest.json'), 'utf8'));
  return join(indexDir, 'generations', manifest.generation, name);
}
