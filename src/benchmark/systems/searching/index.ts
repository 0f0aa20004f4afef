import type { SearchSystem } from './search-system.ts';

/**
 * The systems by name. Each is loaded only where it is measured: its code counts to its memory,
 * and not to that of the others.
 */
const LOADERS = {
  pullquote: async () => (await import('./pullquote.ts')).pullquote,
  'vectra-json': async () => (await import('./vectra.ts')).vectraJson,
  'vectra-protobuf': async () => (await import('./vectra.ts')).vectraProtobuf,
  'plain-scan': async () => (await import('./plain-scan.ts')).plainScan,
  minisearch: async () => (await import('./mini-search.ts')).miniSearch,
} satisfies Record<string, () => Promise<SearchSystem>>;

export type SearchSystemName = keyof typeof LOADERS;
export const SEARCH_SYSTEMS = Object.keys(LOADERS) as SearchSystemName[];

export const loadSearchSystem = (name: SearchSystemName): Promise<SearchSystem> => LOADERS[name]();
