/**
 * Runs in a process of its own, to be killed or starved: `lock FOLDER` holds the lock,
 * `replace FOLDER` puts corpora 0, 1, 2... in place of each other, `once FOLDER` only one.
 * Says `ready` on stdout when it holds the lock, and the message when it fails.
 */
import { lockIndex, replaceCorpus } from '../../src/store/index.ts';
import { numberedCorpus } from './corpora.ts';

const [task = '', folder = ''] = process.argv.slice(2);
setInterval(() => {}, 60_000); // a lock alone keeps no process running
try {
  const lock = await lockIndex(folder);
  console.log('ready');
  for (let i = 0; task === 'replace'; i++) {
    await replaceCorpus(folder, numberedCorpus(i), { lock });
  }
  if (task === 'once') {
    await replaceCorpus(folder, numberedCorpus(1), { lock });
    console.log('done');
    process.exit(0);
  }
} catch (error) {
  console.log((error as Error).message);
  process.exit(1);
}
