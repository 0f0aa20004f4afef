export { embeddingProfile } from './embedding-profile.ts';
export { knowsLanguage } from './model-languages.ts';
export { type InferenceOptions, startInference } from './start-inference.ts';
export type {
  Embedder,
  EmbeddingProfile,
  EmbedProgress,
  Inference,
  Reranker,
} from './types.ts';
