import { basename, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { isArticleName, isHidden } from '../corpus/index.ts';
import { CorpusError } from '../errors.ts';

/** Articles are often saved in several steps, or several at a time: told when that is over. */
const SETTLE_MS = 500;

/**
 * Yields when it has begun to watch the articles of a folder, and from then on whenever some were
 * added, altered, removed or renamed and the folder has been still for half a second. What happens
 * while the caller is busy is yielded once, afterwards. Ends when the signal is aborted.
 *
 * @throws CorpusError when the system cannot watch the folder
 */
export async function* corpusChanges(corpusDir: string, signal: AbortSignal): AsyncGenerator<void> {
  const isLeftOut = (path: string) => relative(corpusDir, path).split(sep).some(isHidden);
  const watcher = watch(corpusDir, { ignoreInitial: true, ignored: isLeftOut });
  let settling: NodeJS.Timeout | undefined;
  let isDue = true;
  let wake = () => {};
  watcher.on('all', (_event, path) => {
    if (!isArticleName(basename(path))) return;
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
