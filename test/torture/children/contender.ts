/**
 * Runs in a process of its own beside another such: again and again takes the lock of an index,
 * puts the corpus of the next number in, and says which. The guard file is there only while the
 * lock is held, so to find it there means that two hold it.
 */
import { rm, writeFile } from 'node:fs/promises';
import { IndexError, IndexLockedError } from '../../../src/errors.ts';
import { lockIndex, openStore, replaceCorpus } from '../../../src/store/index.ts';
import { model, numberedCorpus } from '../../store/corpora.ts';

const [folder = '', guard = ''] = process.argv.slice(2);

for (;;) {
  const lock = await lockIndex(folder).catch((error: unknown) => {
    if (error instanceof IndexLockedError) return undefined;
    throw error;
  });
  if (!lock) continue;
  await writeFile(guard, String(process.pid), { flag: 'wx' });
  const number = (await lastNumber()) + 1;
  await replaceCorpus(folder, numberedCorpus(number), { lock });
  console.log(`put ${number}`);
  await rm(guard);
  await lock.release();
}

async function lastNumber(): Promise<number> {
  try {
    const { manifest } = await openStore(folder, { model });
    return Number(manifest.corpusHash.replace('number ', ''));
  } catch (error) {
    if (error instanceof IndexError && error.code === 'missing') return 0;
    throw error;
  }
}
