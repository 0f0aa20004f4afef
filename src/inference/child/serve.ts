import { setImmediate } from 'node:timers/promises';
import { PullquoteError } from '../../errors.ts';
import {
  type ModelRole,
  roleOf,
  type Setup,
  type TaskResult,
  type ToChild,
  type ToParent,
} from '../protocol.ts';
import { Inbox } from './inbox.ts';
import { loadModel, type Model } from './load-model.ts';
import { runTask } from './run-task.ts';

/** Answers the parent's messages one after the other until it is gone. */
export function serve(): void {
  process.once('message', (setup: Setup) => {
    const answer = answerWith(setup);
    const inbox = new Inbox();
    let isWorking = false;

    const work = async () => {
      if (isWorking) return;
      isWorking = true;
      for (let message = inbox.take(); message; message = inbox.take()) {
        await answer(message);
        // A run blocks the event loop: this lets in what has arrived meanwhile.
        await setImmediate();
      }
      isWorking = false;
    };
    process.on('message', async (message: ToChild) => {
      inbox.add(message);
      await setImmediate();
      await work().catch(report);
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
    } else {
      const { id, task } = message;
      const model = await load(roleOf(task));
      send({ id, result: await runTask(model, task, embedder.profile).catch(asResult) });
    }
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
