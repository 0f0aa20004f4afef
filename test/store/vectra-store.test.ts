import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, replaceCorpus } from '../../src/store/index.ts';
import { model } from './corpora.ts';
import { describeStore } from './store.contract.ts';

describeStore('vectra in a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-store-'));
  return {
    replace: (corpus) => replaceCorpus(folder, corpus),
    open: () => openStore(folder, { model }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
});
