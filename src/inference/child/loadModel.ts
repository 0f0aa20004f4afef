import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelError } from '../../errors.ts';
import {
  alteredFile,
  fileNames,
  type ModelFiles,
  missingFile,
  TOKENIZER_CONFIG_FILE,
  TOKENIZER_FILE,
  WEIGHTS_FILE,
} from '../modelFiles.ts';
import { type Run, startSession } from './session.ts';
import { loadTokenizer, type Tokenizer } from './tokenizer.ts';

/** A model that can run. */
export interface Model {
  tokenizer: Tokenizer;
  run: Run;
}

/** Two models with one vocabulary share its tokenizer, which takes 90 ms to set up. */
const tokenizers = new Map<string, Tokenizer>();

/**
 * Loads a model from its folder. The bytes that are checked are the bytes that are run.
 *
 * @throws ModelError when a file is missing, altered, or cannot be run.
 */
export async function loadModel(files: ModelFiles): Promise<Model> {
  const bytes = await readChecked(files);
  try {
    const json = bytes(TOKENIZER_FILE).toString();
    const config = JSON.parse(bytes(TOKENIZER_CONFIG_FILE).toString());
    const key = JSON.stringify(config) + json;
    const tokenizer = tokenizers.get(key) ?? (await loadTokenizer(JSON.parse(json), config));
    tokenizers.set(key, tokenizer);
    return { tokenizer, run: await startSession(bytes(WEIGHTS_FILE)) };
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/g, ' ');
    throw new ModelError(`the model in ${files.folder} cannot be run: ${reason}`, { cause: error });
  }
}

async function readChecked(files: ModelFiles): Promise<(file: string) => Buffer> {
  const read = new Map<string, Buffer>();
  for (const file of fileNames(files)) {
    const bytes = await readFile(join(files.folder, file)).catch((error) => {
      throw new ModelError(missingFile(files, file), { cause: error });
    });
    const expected = files.checksums[file];
    const sha256 = expected && createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== expected) throw new ModelError(alteredFile(files, file, sha256 ?? ''));
    read.set(file, bytes);
  }
  return (file) => read.get(file) ?? Buffer.alloc(0);
}
