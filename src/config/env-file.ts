import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { SettingError } from '../errors.ts';

/**
 * The lines of a `.env` file; none where there is no such file.
 *
 * @throws SettingError when it is there and cannot be read
 */
export function readEnvFile(path: string): Record<string, string> {
  const text = readText(path);
  if (text.includes('\0')) {
    throw new SettingError(`${path} cannot be read: save it as UTF-8 text.`);
  }
  return parseEnv(text.replace(/^\uFEFF/u, '')) as Record<string, string>;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    const reasons: Record<string, string> = {
      EISDIR: 'it is a folder',
      EACCES: 'the system does not allow it',
    };
    throw new SettingError(`${path} cannot be read: ${reasons[code ?? ''] ?? message}.`);
  }
}
