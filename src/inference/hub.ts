import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelError } from '../errors.ts';
import { MODEL_FILES, MODELS_FOLDER, whatToGet } from './model-files.ts';
import { knownProfile } from './profiles.ts';

/**
 * Downloads a model by its hub id into the cache of transformers.js, unless it is there already.
 *
 * @returns the folder that holds the model.
 * @throws ModelError when a file cannot be fetched.
 */
export async function downloadModel(
  id: string,
  onWarning: (line: string) => void,
): Promise<string> {
  const [{ getModelFile }, { env }] = await Promise.all([
    import('@xenova/transformers/src/utils/hub.js'),
    import('@xenova/transformers/src/env.js'),
  ]);
  const folder = join(env.cacheDir, id);
  const wanted = MODEL_FILES.filter((file) => !existsSync(join(folder, file)));
  if (wanted.length > 0) onWarning(`downloading the embedding model ${id} from ${env.remoteHost}`);
  for (const file of wanted) {
    try {
      await getModelFile(id, file, true, {});
    } catch (error) {
      throw new ModelError(
        `the embedding model ${id} cannot be downloaded (${file}: ${reason(error)}): check its name and the connection, or ${byHand(id)}`,
        { cause: error },
      );
    }
    if (!existsSync(join(folder, file))) {
      await rm(folder, { recursive: true, force: true });
      throw new ModelError(
        `the embedding model ${id} cannot be kept in ${folder}: make that folder writable, or name the path of a model folder`,
      );
    }
  }
  return folder;
}

function byHand(id: string): string {
  const name = id.slice(id.indexOf('/') + 1);
  return id.startsWith('Xenova/') && knownProfile(name)
    ? whatToGet(join(MODELS_FOLDER, name))
    : 'name the path of a model folder';
}

function reason(error: unknown): string {
  const { message, cause } = error as Error;
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  return (code ?? message).replace(/\s+/g, ' ');
}
