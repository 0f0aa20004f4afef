import { env, pipeline } from '@xenova/transformers';
import { embeddingTexts } from '../../../corpus/index.ts';
import { MODELS_FOLDER } from '../../../inference/model-files.ts';
import type { ModelText } from '../../../passage.ts';
import { EMBEDDING_MODEL } from '../../sample.ts';
import type { EmbeddingSystem } from './embedding-system.ts';

/** What transformers.js suggests: its pipeline, one text at a time, on the main thread. */
export async function startPlainLoop(): Promise<EmbeddingSystem> {
  const embedText = await plainEmbedder();
  const embed = async (texts: readonly ModelText[]) => {
    for (const text of texts) await embedText(plainText(text));
  };
  return {
    embed,
    async makeSearchable(articles) {
      for (const { article, passages } of articles) {
        for (const index of passages.keys()) await embed(embeddingTexts(article, passages, index));
      }
    },
    close: async () => {},
  };
}

export const plainText = ({ head, body }: ModelText) => (head ? `${head}. ${body}` : body);

/** A function that gives the vector of a text with the sample's embedding model. */
export async function plainEmbedder(): Promise<(text: string) => Promise<number[]>> {
  env.localModelPath = MODELS_FOLDER;
  env.allowRemoteModels = false;
  const extract = await pipeline('feature-extraction', EMBEDDING_MODEL);
  return async (text) => {
    const { data } = await extract(text, { pooling: 'cls', normalize: true });
    return Array.from(data as Float32Array);
  };
}
