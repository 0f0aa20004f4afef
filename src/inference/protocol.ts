import type { ModelText } from '../passage.ts';
import type { ModelFiles } from './model-files.ts';
import type { EmbeddingProfile, ReadableText, TextReading } from './types.ts';

/** What the parent and its child processes say to each other. */

export type ModelRole = 'embedder' | 'reranker';

/** The first message to a child. */
export interface Setup {
  embedder: { files: ModelFiles; profile: EmbeddingProfile };
  reranker: { files: ModelFiles };
}

/** One run of a model: a child does one after the other. */
export type Task =
  | { kind: 'query'; text: string }
  /** `window` counts the windows of the text from 0. */
  | { kind: 'passage'; text: ModelText; window: number }
  | { kind: 'pair'; query: string; text: ReadableText };

/** `windows` is how many windows the text has in all. */
export type TaskResult =
  | { vector: Float32Array; windows: number }
  | TextReading
  | { error: string };

/** Most urgent tasks go before all that the child has not begun: see child/inbox.ts. */
export type ToChild =
  | { load: ModelRole; urgent: false }
  | { id: number; task: Task; urgent: boolean };

/** `failed` is a line for the person who runs the program. */
export type ToParent =
  | { loaded: ModelRole }
  | { id: number; result: TaskResult }
  | { failed: string };

export function roleOf(task: Task): ModelRole {
  return task.kind === 'pair' ? 'reranker' : 'embedder';
}
