import { Counter, Gauge, type Registry } from 'prom-client';
import { INDEXING_ENDS, type ServingWatcher } from '../serving/watcher.ts';

/** Counts runs of the indexing, and tells how far the one is that is under way. */
export function indexingMetrics(register: Registry): Pick<ServingWatcher, 'embedding' | 'indexed'> {
  const registers = [register];
  const runs = new Counter({
    name: 'pullquote_indexing_runs_total',
    help: 'Runs of the indexing in this process, by how they ended.',
    labelNames: ['end'],
    registers,
  });
  const passages = new Gauge({
    name: 'pullquote_embedding_passages',
    help: 'Passages that are being embedded, and those of them that are done; 0 when none are.',
    labelNames: ['part'],
    registers,
  });
  for (const end of INDEXING_ENDS) runs.inc({ end }, 0);
  const show = ({ done, total }: { done: number; total: number }) => {
    passages.set({ part: 'done' }, done);
    passages.set({ part: 'all' }, total);
  };
  show({ done: 0, total: 0 });
  return {
    embedding: show,
    indexed(end) {
      runs.inc({ end });
      show({ done: 0, total: 0 });
    },
  };
}
