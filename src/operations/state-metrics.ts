import { Counter, Gauge, type Registry } from 'prom-client';
import { healthOf, type Running } from './health.ts';

/** What is true at the moment of a scrape: health, gateway, queue, index, and the votes so far. */
export function stateMetrics(register: Registry, running: Running): void {
  const registers = [register];
  const gauge = (name: string, help: string, value: () => number | undefined) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const now = value();
        // A value that nobody knows yet is left out, which an alert can tell from 0.
        if (now === undefined) this.remove();
        else this.set(now);
      },
    });
  const { index, bot } = running;

  gauge('pullquote_up', 'Whether questions are answered: 1 where /healthz says 200.', () =>
    healthOf(running).status === 'ok' ? 1 : 0,
  );
  gauge(
    'pullquote_gateway_shards',
    "Connections to Discord's gateway that this process keeps.",
    () => bot()?.shards.all ?? 0,
  );
  gauge(
    'pullquote_gateway_shards_ready',
    'Those of them that events come through.',
    () => bot()?.shards.ready ?? 0,
  );
  gauge('pullquote_queue_waiting', 'Questions that wait for their turn.', () => {
    return bot()?.queue.waiting ?? 0;
  });
  gauge('pullquote_queue_running', 'Questions that are being answered.', () => {
    return bot()?.queue.running ?? 0;
  });
  gauge('pullquote_index_articles', 'Articles in the index that answers.', () => {
    return index()?.articles;
  });
  gauge('pullquote_index_passages', 'Passages in the index that answers.', () => {
    return index()?.passages;
  });
  gauge('pullquote_index_bytes', 'Size of the index that answers, on disk.', () => index()?.bytes);
  gauge(
    'pullquote_index_created_timestamp_seconds',
    'When the index that answers was made, in seconds since 1970.',
    () => {
      const manifest = index();
      return manifest && Date.parse(manifest.createdAt) / 1_000;
    },
  );
  new Gauge({
    name: 'pullquote_index_info',
    help: 'The generation of the index that answers, as a label; always 1.',
    labelNames: ['generation'],
    registers,
    collect() {
      // Only the one that answers now: old ones would pile up.
      this.reset();
      const manifest = index();
      if (manifest) this.set({ generation: manifest.generation }, 1);
    },
  });
  new Counter({
    name: 'pullquote_votes_total',
    help: 'Votes of readers on answers that counted.',
    labelNames: ['vote'],
    registers,
    collect() {
      this.reset();
      const { helpful = 0, unhelpful = 0 } = bot()?.votes ?? {};
      this.inc({ vote: 'helpful' }, helpful);
      this.inc({ vote: 'unhelpful' }, unhelpful);
    },
  });
}
