import type { EmbeddingSystem } from './embedding-system.ts';

/** What starts each system; see the search systems for why they are loaded so late. */
const STARTERS = {
  pullquote: async () => (await import('./pullquote.ts')).startPullquote(),
  'plain-loop': async () => (await import('./plain-loop.ts')).startPlainLoop(),
} satisfies Record<string, () => Promise<EmbeddingSystem>>;

export type EmbeddingSystemName = keyof typeof STARTERS;
export const EMBEDDING_SYSTEMS = Object.keys(STARTERS) as EmbeddingSystemName[];

export const startEmbedding = (name: EmbeddingSystemName): Promise<EmbeddingSystem> =>
  STARTERS[name]();
