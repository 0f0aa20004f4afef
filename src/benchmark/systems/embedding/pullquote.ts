import { usableCores } from '../../../config/usable-cores.ts';
import { embedCorpus } from '../../../indexing/embed-corpus.ts';
import { startInference } from '../../../inference/index.ts';
import { EMBEDDING_MODEL } from '../../sample.ts';
import type { EmbeddingSystem } from './embedding-system.ts';

/** Our own way: a child process for each core. */
export async function startPullquote(): Promise<EmbeddingSystem> {
  const inference = await startInference({
    embeddingModel: EMBEDDING_MODEL,
    processes: usableCores(),
    load: ['embedder'],
  });
  return {
    async embed(texts) {
      await inference.embedPassages(texts);
    },
    async makeSearchable(articles) {
      const { faults } = await embedCorpus({ articles: [...articles] }, undefined, inference, {});
      if (faults[0]) throw faults[0];
    },
    close: () => inference.close(),
  };
}
