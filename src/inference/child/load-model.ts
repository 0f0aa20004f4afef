import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelError } from '../../errors.ts';
import {
  type ModelFiles,
  TOKENIZER_CONFIG_FILE,
  TOKENIZER_FILE,
  WEIGHTS_FILE,
} from '../model-files.ts';
import { checkFiles } from './check-files.ts';
import { type Heads, readHeads } from './heads.ts';
import { type Run, startSession } from './session.ts';
import { loadTokenizer, type Tokenizer } from './tokenizer.ts';

/** A model that can run. */
export interface Model {
  tokenizer: Tokenizer;
  run: Run;
  /** Where the folder has some: what a cross-encoder's inner layers are asked for. */
  heads?: Heads;
}

/** Two models with one vocabulary share its tokenizer, which takes 90 ms to set up. */
const tokenizers = new Map<string, Tokenizer>();

/**
 * Loads a model from its folder after a check of its files.
 *
 * @throws ModelError when a file is missing, altered, or cannot be run.
 */
export async function loadModel(files: ModelFiles): Promise<Model> {
  await checkFiles(files);
  try {
    const tokenizer = await loadTokenizerOnce(files.folder);
    const heads = await readHeads(files.folder);
    const run = await startSession(join(files.folder, WEIGHTS_FILE));
    return { tokenizer, run, ...(heads && { heads }) };
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/g, ' ');
    throw new ModelError(`the model in ${files.folder} cannot be run: ${reason}`, { cause: error });
  }
}

async function loadTokenizerOnce(folder: string): Promise<Tokenizer> {
  const json = await readFile(join(folder, TOKENIZER_FILE), 'utf8');
  const config = JSON.parse(await readFile(join(folder, TOKENIZER_CONFIG_FILE), 'utf8'));
  const key = JSON.stringify(config) + json;
  const tokenizer = tokenizers.get(key) ?? (await loadTokenizer(JSON.parse(json), config));
  tokenizers.set(key, tokenizer);
  return tokenizer;
}
