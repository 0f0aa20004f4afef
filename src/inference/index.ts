export { embeddingProfile } from './embeddingProfile.ts';
export { type InferenceOptions, startInference } from './startInference.ts';
export type {
  Embedder,
  EmbeddingProfile,
  EmbedProgress,
  Inference,
  Reranker,
} from './types.ts';
