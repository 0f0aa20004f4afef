import { usableCores } from '../../../config/usable-cores.ts';
import { buildIndex } from '../../../indexing/index.ts';
import { startInference } from '../../../inference/index.ts';
import { createRetriever } from '../../../retrieval/index.ts';
import { openStore } from '../../../store/index.ts';
import { EMBEDDING_MODEL, SAMPLE_FOLDER, SAMPLE_LIMITS } from '../../sample.ts';
import type { AnsweringSystem } from './answering-system.ts';

const start = (load?: ['embedder']) =>
  startInference({
    embeddingModel: EMBEDDING_MODEL,
    processes: usableCores(),
    ...(load && { load }),
  });

export const pullquote: AnsweringSystem = {
  async build(folder) {
    const inference = await start(['embedder']);
    await buildIndex({
      ...SAMPLE_LIMITS,
      corpusDir: SAMPLE_FOLDER,
      indexDir: folder,
      embedder: inference,
    });
    await inference.close();
  },
  async open(folder) {
    const inference = await start();
    const store = await openStore(folder, { model: inference.profile });
    const { ask } = createRetriever(store, inference);
    return {
      ask: async (question) => (await ask(question)).quotes[0]?.passageId ?? null,
      close: () => inference.close(),
    };
  },
};
