import { PullquoteError } from '../../errors.ts';
import {
  type ModelRole,
  roleOf,
  type Setup,
  type TaskResult,
  type ToChild,
  type ToParent,
} from '../protocol.ts';
import { loadModel, type Model } from './loadModel.ts';
import { runTask } from './runTask.ts';

/** Answers the parent's messages, one after the other, until the parent is gone. */
export function serve(): void {
  let last: Promise<unknown> = Promise.resolve();
  process.once('message', (setup: Setup) => {
    const answer = answerWith(setup);
    process.on('message', (message: ToChild) => {
      last = last.then(() => answer(message)).catch(report);
    });
  });
  process.on('disconnect', () => process.exit());
}

function answerWith({ embedder, reranker }: Setup): (message: ToChild) => Promise<void> {
  const files = { embedder: embedder.files, reranker: reranker.files };
  const models = new Map<ModelRole, Model>();

  const load = async (role: ModelRole): Promise<Model> => {
    const model = models.get(role) ?? (await loadModel(files[role]));
    if (!models.has(role)) send({ loaded: role });
    models.set(role, model);
    return model;
  };
  return async (message) => {
    if ('load' in message) {
      await load(message.load);
      return;
    }
    const results: TaskResult[] = [];
    for (const task of message.tasks) {
      const model = await load(roleOf(task));
      results.push(await runTask(model, task, embedder.profile).catch(asResult));
    }
    send({ results });
  };
}

function asResult(error: Error): TaskResult {
  return { error: error.message.replace(/\s+/g, ' ') };
}

/** A model that cannot be loaded is the person's to mend; anything else ends the child. */
function report(error: unknown): void {
  if (!(error instanceof PullquoteError)) throw error;
  send({ failed: error.message });
}

function send(message: ToParent): void {
  process.send?.(message);
}
