import { HEADS_FILE } from '../model-files.ts';
import { MAX_TOKENS } from '../profiles.ts';
import type { Task, TaskResult } from '../protocol.ts';
import type { EmbeddingProfile } from '../types.ts';
import { judgeText } from './judge-text.ts';
import type { Model } from './load-model.ts';
import { pairInput, passageInput, queryInput } from './model-input.ts';
import { unitVector } from './vector.ts';

/** Does one task with the model that it is for. @throws when the model cannot run on the text. */
export async function runTask(
  { tokenizer, run, heads }: Model,
  task: Task,
  profile: EmbeddingProfile,
): Promise<TaskResult> {
  const { maxTokens } = profile;
  switch (task.kind) {
    case 'pair': {
      if (!heads) throw new Error(`its folder has no ${HEADS_FILE}`);
      const { input, ...places } = pairInput(tokenizer, task.query, task.text, MAX_TOKENS);
      return judgeText(heads, await run(input), places);
    }
    case 'query': {
      const input = queryInput(tokenizer, task.text, { prefix: profile.queryPrefix, maxTokens });
      return { vector: unitVector((await run(input)).first, profile), windows: 1 };
    }
    case 'passage': {
      const { input, windows } = passageInput(tokenizer, task.text, {
        prefix: profile.passagePrefix,
        maxTokens,
        window: task.window,
      });
      return { vector: unitVector((await run(input)).first, profile), windows };
    }
  }
}
