import { existsSync, type Stats } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { isArticleName, isHidden } from '../corpus/index.ts';
import { CorpusError } from '../errors.ts';
import { INDEX_MARKER } from '../runtime/index-marker.ts';

/** Articles are often saved in several steps, or several at a time: told when that is over. */
const SETTLE_MS = 500;

/**
 * Yields when it has begun to watch the articles of a folder, and from then on whenever some were
 * added, altered, removed or renamed and the folder has been still for half a second. What happens
 * while the caller is busy is yielded once, afterwards. Ends when the signal is aborted. Links are
 * watched, not what they lead to; folders that hold an index are not watched.
 *
 * @throws CorpusError when the system cannot watch the folder
 */
export async function* corpusChanges(corpusDir: string, signal: AbortSignal): AsyncGenerator<void> {
  // The corpus folder itself may be a link. One that is missing is for the watcher to tell.
  const folder = await realpath(corpusDir).catch(() => corpusDir);
  const isLeftOut = (path: string, stats?: Stats) =>
    relative(folder, path).split(sep).some(isHidden) ||
    (stats?.isDirectory() === true && existsSync(join(path, INDEX_MARKER)));
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: isLeftOut,
  });
  let settling: NodeJS.Timeout | undefined;
  let isDue = true;
  let wake = () => {};
  watcher.on('all', (_event, path) => {
    if (!isArticleName(basename(path)) || isInIndex(path, folder)) return;
    clearTimeout(settling);
    settling = setTimeout(() => {
      isDue = true;
      wake();
    }, SETTLE_MS);
  });
  signal.addEventListener('abort', () => wake());
  try {
    await new Promise<void>((resolve, reject) => {
      watcher.once('ready', resolve);
      watcher.on('error', (cause) => {
        const { message } = cause as Error;
        const line = `The corpus folder ${corpusDir} cannot be watched: ${message}`;
        reject(new CorpusError(line, { cause }));
      });
    });
    while (!signal.aborted) {
      if (isDue) {
        isDue = false;
        yield;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    clearTimeout(settling);
    await watcher.close();
  }
}

/** A folder may have been watched already when it was marked as an index. */
function isInIndex(path: string, corpusDir: string): boolean {
  const parent = dirname(path);
  if (parent.length <= corpusDir.length) return false;
  return existsSync(join(parent, INDEX_MARKER)) || isInIndex(parent, corpusDir);
}
