import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ModelError } from '../errors.ts';

/** The files of a model in the layout of transformers.js. */
export const CONFIG_FILE = 'config.json';
export const TOKENIZER_FILE = 'tokenizer.json';
export const TOKENIZER_CONFIG_FILE = 'tokenizer_config.json';
export const WEIGHTS_FILE = 'onnx/model_quantized.onnx';
export const MODEL_FILES = [CONFIG_FILE, TOKENIZER_FILE, TOKENIZER_CONFIG_FILE, WEIGHTS_FILE];

/** Where a model's files are and what they must be. */
export interface ModelFiles {
  folder: string;
  /** sha256 in hex by file name, for each file that must be as it was. */
  checksums: Record<string, string>;
  /** What the person can do when a file is missing or altered; fits after `: `. */
  remedy: string;
}

/** The models that ship with the program. */
export const MODELS_FOLDER = fileURLToPath(new URL('../../models', import.meta.url));
const CHECKSUMS_FILE = join(MODELS_FOLDER, 'SHA256SUMS');

/** The folder that ships with the program under this name; undefined when there is none. */
export function shippedFolder(name: string): string | undefined {
  const folder = join(MODELS_FOLDER, name);
  return existsSync(folder) ? folder : undefined;
}

/**
 * The files of a model folder. `models/SHA256SUMS` has the checksums of those that ship.
 *
 * @throws ModelError when a file is missing.
 */
export async function modelFiles(folder: string): Promise<ModelFiles> {
  const isShipped = dirname(resolve(folder)) === MODELS_FOLDER;
  const checksums = isShipped ? await shippedChecksums(basename(folder)) : {};
  const remedy =
    Object.keys(checksums).length > 0
      ? `restore it with "git checkout -- ${relativeToHere(folder)}"`
      : `a model folder holds ${MODEL_FILES.join(', ')}`;
  const files: ModelFiles = { folder, checksums, remedy };
  const missing = [...MODEL_FILES, ...Object.keys(files.checksums)].find(
    (file) => !existsSync(join(folder, file)),
  );
  if (missing) throw new ModelError(missingFile(files, missing));
  return files;
}

export function missingFile(files: ModelFiles, file: string): string {
  return `${relativeToHere(join(files.folder, file))} is missing: ${files.remedy}`;
}

export function alteredFile(files: ModelFiles, file: string, sha256: string): string {
  const path = relativeToHere(join(files.folder, file));
  return `${path} is not the file it should be (its sha256 is ${sha256.slice(0, 12)}…, not ${files.checksums[file]?.slice(0, 12)}…): ${files.remedy}`;
}

/** Reads the lines `SHA256  NAME/FILE` of `models/SHA256SUMS` that are about one folder. */
async function shippedChecksums(name: string): Promise<Record<string, string>> {
  const text = await readFile(CHECKSUMS_FILE, 'utf8').catch(() => {
    throw new ModelError(
      `${relativeToHere(CHECKSUMS_FILE)} is missing: restore it with "git checkout -- ${relativeToHere(MODELS_FOLDER)}"`,
    );
  });
  return Object.fromEntries(
    [...text.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm)]
      .map(([, sha256 = '', path = '']) => ({ sha256, path }))
      .filter(({ path }) => path.startsWith(`${name}/`))
      .map(({ sha256, path }) => [path.slice(name.length + 1), sha256]),
  );
}

function relativeToHere(path: string): string {
  return relative('', path) || '.';
}
