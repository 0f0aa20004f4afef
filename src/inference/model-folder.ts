import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ModelError } from '../errors.ts';
import { downloadModel } from './hub.ts';
import { MODELS_FOLDER } from './model-files.ts';

const PLAIN_NAME = /^[\w-][\w.-]*$/;
const HUB_ID = /^[\w-][\w.-]*\/[\w.-]+$/;
/** The models that ship with the program are byte for byte those of this hub account. */
const SAME_AS_SHIPPED = /^Xenova\//;

/**
 * The folder of an embedding model that is named by a folder below `models/`, by a path, or by a
 * hub id, which is downloaded once.
 *
 * @throws ModelError when there is no such model or it cannot be downloaded.
 */
export async function modelFolder(
  name: string,
  onWarning: (line: string) => void,
): Promise<string> {
  const plain = name.replace(SAME_AS_SHIPPED, '');
  const shipped = join(MODELS_FOLDER, plain);
  if (PLAIN_NAME.test(plain) && isFolder(shipped)) return shipped;
  if (isFolder(resolve(name))) return resolve(name);
  if (HUB_ID.test(name)) return downloadModel(name, onWarning);
  throw new ModelError(
    `there is no embedding model "${name}": name a folder below models/, the path of a model folder, or a hub id such as Xenova/e5-small-v2`,
  );
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
