import { existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { CorpusError } from '../../errors.ts';

export const FORMATS = ['jsonl', 'squad', 'beir', 'spans'] as const;
export type Format = (typeof FORMATS)[number];

const FORMAT_OF_ENDING: Partial<Record<string, Format>> = {
  '.jsonl': 'jsonl',
  '.json': 'squad',
  '.csv': 'spans',
};

/**
 * Finds out what a path holds: a file by its ending; a folder is a BEIR set if it has that form,
 * else it stands for the one file of questions in it.
 *
 * @throws CorpusError when there is nothing, or the format cannot be told.
 */
export function findSource(path: string, format?: Format): { path: string; format: Format } {
  if (!existsSync(path)) throw new CorpusError(`${path}: there is no such file or folder.`);
  if (!statSync(path).isDirectory()) {
    const told = format ?? FORMAT_OF_ENDING[extname(path)];
    if (told) return { path, format: told };
    throw new CorpusError(`${path}: its format cannot be guessed; say it with --format.`);
  }
  if (format === 'beir' || ['corpus.jsonl', 'corpus.json'].some((f) => existsSync(join(path, f)))) {
    return { path, format: 'beir' };
  }
  const files = readdirSync(path).filter((name) => FORMAT_OF_ENDING[extname(name)]);
  const [only] = files;
  if (only && files.length === 1) return findSource(join(path, only), format);
  throw new CorpusError(`${path}: it holds ${files.length} files of questions; name one of them.`);
}
