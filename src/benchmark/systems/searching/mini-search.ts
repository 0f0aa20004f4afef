import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import type { SearchSystem } from './search-system.ts';

const FILE = 'keywords.json';
const OPTIONS = { fields: ['text'] };

/** MiniSearch as it comes: keyword search only. */
export const miniSearch: SearchSystem = {
  async build(folder, { articles }) {
    await mkdir(folder, { recursive: true });
    const index = new MiniSearch(OPTIONS);
    for (const { passages } of articles) {
      index.addAll(passages.map(({ passage: { id, plain } }) => ({ id, text: plain })));
    }
    await writeFile(join(folder, FILE), JSON.stringify(index));
  },
  async open(folder) {
    const index = MiniSearch.loadJSON(await readFile(join(folder, FILE), 'utf8'), OPTIONS);
    return {
      keywords: async (query, k) =>
        index
          .search(query)
          .slice(0, k)
          .map(({ id }) => id as string),
    };
  },
};
