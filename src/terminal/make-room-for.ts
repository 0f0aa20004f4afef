import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { SettingError } from '../errors.ts';

/**
 * Makes the folder of a file that is written at the end of a long run.
 *
 * @throws SettingError when the file could not be written.
 */
export function makeRoomFor(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    throw new SettingError(`${file} cannot be written: ${(error as Error).message}.`);
  }
}
