import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { ModelError } from '../errors.ts';
import {
  CONFIG_FILE,
  type ModelFiles,
  modelFiles,
  TOKENIZER_CONFIG_FILE,
  WEIGHTS_FILE,
} from './model-files.ts';
import { modelFolder } from './model-folder.ts';
import { assumedProfile, type KnownProfile, knownProfile, MAX_TOKENS } from './profiles.ts';
import type { EmbeddingProfile } from './types.ts';

/** An embedding model that was found: how to use it and where its files are. */
export interface EmbeddingModel {
  profile: EmbeddingProfile;
  files: ModelFiles;
}

const positive = z.number().int().positive();
const configShape = z
  .object({ hidden_size: positive.optional(), dim: positive.optional() })
  .extend({ max_position_embeddings: positive.optional() });
const tokenizerConfigShape = z.object({ model_max_length: z.number().positive().optional() });

/**
 * The profile of an embedding model, without running it.
 *
 * @param name a folder below `models/`, the path of a folder, or a hub id.
 * @param onWarning gets a line when something about the model was assumed, or is being downloaded.
 * @throws ModelError when the model is missing or is no model.
 */
export async function embeddingProfile(
  name: string,
  onWarning: (line: string) => void = () => {},
): Promise<EmbeddingProfile> {
  return (await findEmbeddingModel(name, onWarning)).profile;
}

/** As {@link embeddingProfile}; `onWarning` gets a line that says what was assumed. */
export async function findEmbeddingModel(
  name: string,
  onWarning: (line: string) => void,
): Promise<EmbeddingModel> {
  const folder = await modelFolder(name, onWarning);
  const files = await modelFiles(folder);
  const sha256 = files.checksums[WEIGHTS_FILE] ?? (await hashFile(join(folder, WEIGHTS_FILE)));
  const known = knownProfile(folder) ?? (await assume(name, folder, onWarning));
  return {
    profile: { model: name, sha256, ...known },
    files: { ...files, checksums: { ...files.checksums, [WEIGHTS_FILE]: sha256 } },
  };
}

async function assume(
  name: string,
  folder: string,
  onWarning: (line: string) => void,
): Promise<KnownProfile> {
  const config = await readJson(folder, CONFIG_FILE, configShape);
  const { model_max_length } = await readJson(folder, TOKENIZER_CONFIG_FILE, tokenizerConfigShape);
  const dimensions = config.hidden_size ?? config.dim;
  if (dimensions === undefined) {
    throw new ModelError(`${join(folder, CONFIG_FILE)} has no hidden_size: choose another model`);
  }
  const maxTokens = Math.min(
    MAX_TOKENS,
    model_max_length ?? MAX_TOKENS,
    config.max_position_embeddings ?? MAX_TOKENS,
  );
  onWarning(
    `the embedding model ${name} is not one of the known ones: assuming ${dimensions} dimensions, mean pooling, no prefixes and at most ${maxTokens} tokens`,
  );
  return assumedProfile(dimensions, maxTokens);
}

async function readJson<T>(folder: string, file: string, shape: z.ZodType<T>): Promise<T> {
  const path = join(folder, file);
  try {
    return shape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new ModelError(`${path} is not a model's configuration: choose another model folder`, {
      cause: error,
    });
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), hash);
  return hash.digest('hex');
}
