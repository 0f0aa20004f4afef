import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ModelError } from '../errors.ts';
import { knownProfile, lastPart } from './profiles.ts';

/** The files of a model in the layout of transformers.js. */
export const CONFIG_FILE = 'config.json';
export const TOKENIZER_FILE = 'tokenizer.json';
export const TOKENIZER_CONFIG_FILE = 'tokenizer_config.json';
export const WEIGHTS_FILE = 'onnx/model_quantized.onnx';
/** Only in the folder of a cross-encoder: what its inner layers tell, see child/heads.ts. */
export const HEADS_FILE = 'heads.json';
export const MODEL_FILES = [CONFIG_FILE, TOKENIZER_FILE, TOKENIZER_CONFIG_FILE, WEIGHTS_FILE];

/** Where models are published in that layout. */
const HUB = 'https://huggingface.co';

/** The models that ship with the program. */
export const MODELS_FOLDER = fileURLToPath(new URL('../../models', import.meta.url));

/** The folder of the cross-encoder among them. */
export const RERANKER = 'ms-marco-MiniLM-L-12-v2';

/** Lies beside the model folders; as `sha256sum` writes it. */
const CHECKSUMS_FILE = 'SHA256SUMS';
const CHECKSUM_LINE = /^(?<sha256>[0-9a-f]{64}) [ *](?<path>.+)$/gm;

/** Where a model's files are and what they must be. */
export interface ModelFiles {
  folder: string;
  /** sha256 in hex by file name, for each file that must be as it was. */
  checksums: Record<string, string>;
  /** What the person can do when a file is missing or altered; fits after `: `. */
  remedy: string;
}

/**
 * The files of a model folder; `SHA256SUMS` beside the folder, if there is one that lists them,
 * says what they must be.
 *
 * @throws ModelError when a file is missing.
 */
export async function modelFiles(folder: string): Promise<ModelFiles> {
  const checksums = await readChecksums(dirname(folder), basename(folder));
  const isListed = Object.keys(checksums).length > 0;
  const remedy = isListed
    ? `restore it, for example with "git checkout -- ${fromHere(dirname(folder))}"`
    : whatToGet(folder);
  const files = { folder, checksums, remedy };
  const missing = [...MODEL_FILES, ...Object.keys(checksums)].find(
    (file) => !existsSync(join(folder, file)),
  );
  if (missing) throw new ModelError(missingFile(files, missing));
  return files;
}

/** What a model folder needs, and where the files of a known model are to be had. */
export function whatToGet(folder: string): string {
  const name = lastPart(folder);
  const files = MODEL_FILES.join(', ');
  if (!knownProfile(name)) return `a model folder holds ${files}`;
  return `get ${files} from ${HUB}/Xenova/${name}, and put them into ${fromHere(folder)}`;
}

/** One line that says that a file is missing. */
export function missingFile({ folder, remedy }: ModelFiles, file: string): string {
  return `${fromHere(join(folder, file))} is missing: ${remedy}`;
}

/** One line that says that a file is not what it must be. */
export function alteredFile(files: ModelFiles, file: string, sha256: string): string {
  const short = (hash = '') => `${hash.slice(0, 12)}…`;
  const path = fromHere(join(files.folder, file));
  return `${path} was altered (its sha256 is ${short(sha256)} instead of ${short(files.checksums[file])}): ${files.remedy}`;
}

async function readChecksums(parent: string, name: string): Promise<Record<string, string>> {
  const path = join(parent, CHECKSUMS_FILE);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && parent !== MODELS_FOLDER) return '';
    throw new ModelError(
      `${fromHere(path)} cannot be read (${error.code}): restore it, for example with "git checkout -- ${fromHere(parent)}"`,
    );
  });
  const checksums: Record<string, string> = {};
  for (const { groups: { sha256 = '', path: file = '' } = {} } of text.matchAll(CHECKSUM_LINE)) {
    if (file.startsWith(`${name}/`)) checksums[file.slice(name.length + 1)] = sha256;
  }
  return checksums;
}

/** A path as somebody would write it who is in the working directory. */
function fromHere(path: string): string {
  const short = relative('', path);
  return short.startsWith('..') ? path : short || '.';
}
