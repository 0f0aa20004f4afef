import type { AnsweringSystem } from './answering-system.ts';

/** The systems by name; see the search systems for why they are loaded so late. */
const LOADERS = {
  pullquote: async () => (await import('./pullquote.ts')).pullquote,
  'plain-pipeline': async () => (await import('./plain-pipeline.ts')).plainPipeline,
} satisfies Record<string, () => Promise<AnsweringSystem>>;

export type AnsweringSystemName = keyof typeof LOADERS;
export const ANSWERING_SYSTEMS = Object.keys(LOADERS) as AnsweringSystemName[];

export const loadAnsweringSystem = (name: AnsweringSystemName): Promise<AnsweringSystem> =>
  LOADERS[name]();
