import type { EmbeddingProfile } from './types.ts';

/** What has to be known about a family of weights to use it as it was trained. */
export type KnownProfile = Omit<EmbeddingProfile, 'model' | 'sha256'>;

/** Longest input of the BERT family, and what is assumed where a model does not say. */
export const MAX_TOKENS = 512;

const BGE_QUERY_PREFIX = 'Represent this sentence for searching relevant passages: ';

/**
 * The embedding models whose profile is known, by the last part of their name. Pooling, prefixes
 * and lengths are those of the model cards (BAAI, intfloat, sentence-transformers, thenlper).
 */
const KNOWN_PROFILES: Readonly<Record<string, KnownProfile>> = {
  'bge-small-en-v1.5': bge(384),
  'bge-base-en-v1.5': bge(768),
  'e5-small-v2': e5(384),
  'multilingual-e5-small': e5(384),
  'multilingual-e5-base': e5(768),
  'all-minilm-l6-v2': plainMean(384, 256),
  'gte-small': plainMean(384, MAX_TOKENS),
};

/** The profile of a known model, by a folder's name or a hub id; undefined for any other. */
export function knownProfile(name: string): KnownProfile | undefined {
  return KNOWN_PROFILES[lastPart(name)];
}

/** The last part of a path or a hub id, as the tables of known models have it. */
export function lastPart(name: string): string {
  const last = name.split(/[\\/]/).filter(Boolean).at(-1) ?? '';
  return last.toLowerCase();
}

/** What an unknown model is taken for: mean pooling, no prefixes. */
export function assumedProfile(dimensions: number, maxTokens: number): KnownProfile {
  return plainMean(dimensions, maxTokens);
}

function bge(dimensions: number): KnownProfile {
  return {
    dimensions,
    pooling: 'cls',
    queryPrefix: BGE_QUERY_PREFIX,
    passagePrefix: '',
    maxTokens: MAX_TOKENS,
  };
}

function e5(dimensions: number): KnownProfile {
  return {
    dimensions,
    pooling: 'mean',
    queryPrefix: 'query: ',
    passagePrefix: 'passage: ',
    maxTokens: MAX_TOKENS,
  };
}

function plainMean(dimensions: number, maxTokens: number): KnownProfile {
  return { dimensions, pooling: 'mean', queryPrefix: '', passagePrefix: '', maxTokens };
}
