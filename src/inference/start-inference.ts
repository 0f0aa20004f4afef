import { join } from 'node:path';
import { untilAborted } from '../runtime/until-aborted.ts';
import { ChildPool } from './child-pool.ts';
import { embedPassages } from './embed-passages.ts';
import { findEmbeddingModel } from './embedding-profile.ts';
import { MODELS_FOLDER, modelFiles, RERANKER } from './model-files.ts';
import type { Patience } from './patience.ts';
import type { ModelRole } from './protocol.ts';
import { read } from './read.ts';
import { vectorOf } from './results.ts';
import { SEGMENT_CHARACTERS } from './segments.ts';
import type { Inference } from './types.ts';

export interface InferenceOptions {
  /** A folder below `models/`, the path of a folder, or a hub id. */
  embeddingModel: string;
  /** The folder of another cross-encoder than the one that ships, with heads. */
  reranker?: string;
  /** How many child processes run models, one thread each. */
  processes: number;
  /** Gets a line when something about the model was assumed, or is being downloaded. */
  onWarning?: (line: string) => void;
  /** The models to load at once; the others are loaded when they are first needed. */
  load?: readonly ModelRole[];
  /** How long a child may be silent before it is taken for hung. */
  patience?: Patience;
  /** Called when the models cannot be run any more: from then on every call fails. */
  onEnd?: (error: Error) => void;
  /** Ends the start; once it has started, `close` does. */
  signal?: AbortSignal;
}

/**
 * Starts the child processes that run the embedding model and the reranker, and resolves when the
 * models are loaded and checked. The children keep this process alive until `close` is called.
 *
 * @throws ModelError when a model is missing, altered, or cannot be run; the signal's reason when it
 *   is aborted.
 */
export async function startInference({
  embeddingModel,
  reranker = join(MODELS_FOLDER, RERANKER),
  processes,
  onWarning = () => {},
  load = ['embedder', 'reranker'],
  signal,
  ...poolOptions
}: InferenceOptions): Promise<Inference> {
  const [embedder, rerankerFiles] = await untilAborted(
    Promise.all([findEmbeddingModel(embeddingModel, onWarning), modelFiles(reranker)]),
    signal,
  );
  const setup = { embedder, reranker: { files: rerankerFiles } };
  const pool = new ChildPool(setup, { processes, early: load, ...poolOptions });
  const close = () => pool.close();
  await untilAborted(pool.ready(), signal).catch(async (error) => {
    await close();
    throw error;
  });
  return {
    profile: embedder.profile,
    reranker,
    async embedQuery(text) {
      const task = { kind: 'query', text: text.slice(0, SEGMENT_CHARACTERS) } as const;
      return vectorOf(await pool.run(task, { urgent: true, batch: {} })).vector;
    },
    embedPassages: (texts, options) => embedPassages(pool, texts, options),
    read: (query, texts) => read(pool, query, texts),
    close,
  };
}
