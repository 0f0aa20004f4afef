import { join } from 'node:path';
import { ChildPool } from './childPool.ts';
import { findEmbeddingModel } from './embeddingProfile.ts';
import { embedPassages } from './embedPassages.ts';
import { MODELS_FOLDER, modelFiles } from './modelFiles.ts';
import type { ModelRole, Task } from './protocol.ts';
import { logitOf, vectorOf } from './results.ts';
import { SEGMENT_CHARACTERS } from './segments.ts';
import type { Inference } from './types.ts';

const RERANKER = 'ms-marco-MiniLM-L-12-v2';

export interface InferenceOptions {
  /** A folder below `models/`, the path of a folder, or a hub id. */
  embeddingModel: string;
  /** How many child processes run models, one thread each. */
  processes: number;
  /** Gets a line when something about the model was assumed, or is being downloaded. */
  onWarning?: (line: string) => void;
  /** The models to load at once; the others are loaded when they are first needed. */
  load?: readonly ModelRole[];
}

/**
 * Starts the child processes that run the embedding model and the reranker, and resolves when the
 * models are loaded and checked. The children keep this process alive until `close` is called.
 *
 * @throws ModelError when a model is missing, altered, or cannot be run.
 */
export async function startInference({
  embeddingModel,
  processes,
  onWarning = () => {},
  load = ['embedder', 'reranker'],
}: InferenceOptions): Promise<Inference> {
  const [embedder, reranker] = await Promise.all([
    findEmbeddingModel(embeddingModel, onWarning),
    modelFiles(join(MODELS_FOLDER, RERANKER)),
  ]);
  const pool = new ChildPool({ embedder, reranker: { files: reranker } }, processes, load);
  const close = () => pool.close();
  await pool.ready().catch(async (error) => {
    await close();
    throw error;
  });
  return {
    profile: embedder.profile,
    async embedQuery(text) {
      const task: Task = { kind: 'query', text: text.slice(0, SEGMENT_CHARACTERS) };
      const [result] = await Promise.all(pool.run([task], { urgent: true, batch: {} }));
      return vectorOf(result!).vector;
    },
    embedPassages: (texts, options) => embedPassages(pool, texts, options),
    async rerank(query, texts) {
      const tasks = texts.map<Task & { kind: 'pair' }>(({ head, body }) => ({
        kind: 'pair',
        query: query.slice(0, SEGMENT_CHARACTERS),
        text: { head, body: body.slice(0, SEGMENT_CHARACTERS) },
      }));
      const order = [...tasks.keys()].sort(
        (a, b) => tasks[b]!.text.body.length - tasks[a]!.text.body.length,
      );
      const runs = pool.run(
        order.map((i) => tasks[i]!),
        { urgent: true, batch: {} },
      );
      const logits = new Array<number>(texts.length);
      for (const [rank, result] of (await Promise.all(runs)).entries()) {
        logits[order[rank]!] = logitOf(result);
      }
      return logits;
    },
    close,
  };
}
