import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type IndexCodec, type IndexItem, JsonCodec, LocalIndex, ProtobufCodec } from 'vectra';
import type { EmbeddedArticle } from '../../../store/index.ts';
import type { SearchSystem } from './search-system.ts';

type Item = IndexItem<{ passage: string; text: string }>;

/** What a tutorial gives: vectra's default index, one JSON file. */
export const vectraJson = vectra(new JsonCodec());
/** vectra at its best: its binary codec, and one update for all items of a change. */
export const vectraProtobuf = vectra(new ProtobufCodec());

/** vectra as it comes: one item for each vector. */
function vectra(codec: IndexCodec): SearchSystem {
  const indexIn = (folder: string) =>
    new LocalIndex<Item['metadata']>(folder, undefined, undefined, codec);
  return {
    /**
     * Written by vectra's own codec in one go. Its inserts look through all earlier items for each
     * new one, which takes minutes for a large index, and leave the very same file.
     */
    async build(folder, { articles }) {
      await mkdir(folder, { recursive: true });
      const items = articles.flatMap(itemsOf);
      const content = codec.serializeIndex({ version: 1, metadata_config: {}, items });
      await writeFile(join(folder, indexIn(folder).indexName), content);
    },
    async open(folder) {
      const index = indexIn(folder);
      // Reading it is put off to the first use.
      await index.getIndexStats();
      return {
        async dense(vector, k) {
          const found = await index.queryItems([...vector], '', k);
          return [...new Set(found.map(({ item }) => item.metadata.passage))];
        },
        async change(_corpus, changed) {
          const start = `${changed.article.id}#`;
          await index.beginUpdate();
          const old = await index.listItems();
          await index.deleteItems(
            old.filter(({ metadata }) => metadata.passage.startsWith(start)).map(({ id }) => id),
          );
          for (const item of itemsOf(changed)) await index.insertItem(item);
          await index.endUpdate();
        },
      };
    },
  };
}

function itemsOf({ passages }: EmbeddedArticle): Item[] {
  return passages.flatMap(({ passage, vectors }) =>
    vectors.map((vector, i) => ({
      id: `${passage.id}/${i}`,
      // The text is kept once.
      metadata: { passage: passage.id, text: i === 0 ? passage.text : '' },
      vector: [...vector],
      norm: Math.hypot(...vector),
    })),
  );
}
