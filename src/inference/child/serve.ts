import { PullquoteError } from '../../errors.ts';
import { MOST_TOKENS } from '../profiles.ts';
import {
  type ModelRole,
  roleOf,
  type Setup,
  type Task,
  type TaskResult,
  type ToChild,
  type ToParent,
} from '../protocol.ts';
import { loadModel, type Model } from './loadModel.ts';
import { pairInput, passageInput, queryInput } from './modelInput.ts';
import { unitVector } from './vector.ts';

/** Answers the parent's messages, one after the other, until the parent is gone. */
export function serve(): void {
  let setup: Setup | undefined;
  const models = new Map<ModelRole, Model>();

  const load = async (role: ModelRole): Promise<Model> => {
    const loaded = models.get(role);
    if (loaded) return loaded;
    if (!setup) throw new Error('no setup came before the first task');
    const model = await loadModel(setup[role].files);
    models.set(role, model);
    send({ loaded: role });
    return model;
  };

  const answer = async (message: ToChild): Promise<void> => {
    if ('setup' in message) {
      setup = message.setup;
    } else if ('load' in message) {
      await load(message.load);
    } else {
      const results: TaskResult[] = [];
      for (const task of message.tasks) {
        const model = await load(roleOf(task));
        results.push(await runTask(model, task, setup!).catch(asResult));
      }
      send({ results });
    }
  };

  let last = Promise.resolve();
  process.on('message', (message: ToChild) => {
    last = last.then(() => answer(message)).catch(report);
  });
  process.on('disconnect', () => process.exit());
}

async function runTask(model: Model, task: Task, { embedder }: Setup): Promise<TaskResult> {
  const { tokenizer, run } = model;
  if (task.kind === 'pair') {
    const output = await run(pairInput(tokenizer, task.query, task.text, MOST_TOKENS));
    return { logit: output.data[0]! };
  }
  const { pooling, queryPrefix, passagePrefix, maxTokens, dimensions } = embedder.profile;
  const { input, windows } =
    task.kind === 'query'
      ? {
          input: queryInput(tokenizer, task.text, { prefix: queryPrefix, maxTokens }),
          windows: 1,
        }
      : passageInput(tokenizer, task.text, {
          prefix: passagePrefix,
          maxTokens,
          window: task.window,
        });
  const vector = unitVector(await run(input), pooling);
  if (vector.length !== dimensions) {
    throw new Error(`it gives ${vector.length} dimensions instead of ${dimensions}`);
  }
  return { vector, windows };
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
