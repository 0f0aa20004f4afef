import type { IndexingSummary } from '../indexing/index.ts';
import { count } from './count.ts';
import { printableLine } from './printable.ts';

/** What an indexing run did, in lines for reading; skipped articles with the reason. */
export function renderSummary(summary: IndexingSummary): string {
  const { added, changed, removed, unchanged, skipped, manifest } = summary;
  const { articles, passages } = manifest;
  const counts = [
    `${added.length} added`,
    `${changed.length} changed`,
    `${removed.length} removed`,
    `${unchanged} unchanged`,
    `${skipped.length} skipped`,
  ].join(', ');
  return [
    `Articles: ${counts}.`,
    ...skipped.map(({ file, reason }) => printableLine(`  skipped ${file}: ${reason}`)),
    `Index: ${count(articles, 'article')}, ${count(passages, 'passage')}, ${size(manifest.bytes)}.`,
    summary.replaced
      ? `Embedded ${count(summary.embedded, 'passage')} in ${summary.seconds.toFixed(1)} s.`
      : 'Nothing had changed: the index is as it was.',
  ].join('\n');
}

/** The same as one JSON object. */
export function jsonSummary(summary: IndexingSummary) {
  const { added, changed, removed, unchanged, skipped, embedded, manifest } = summary;
  return {
    added,
    changed,
    removed,
    unchanged,
    skipped: skipped.map(({ file, reason }) => ({ file, reason })),
    articles: manifest.articles,
    passages: manifest.passages,
    embedded,
    seconds: Math.round(summary.seconds * 1_000) / 1_000,
    bytes: manifest.bytes,
    generation: manifest.generation,
  };
}

function size(bytes: number): string {
  const [kilobytes, megabytes] = [bytes / 2 ** 10, bytes / 2 ** 20];
  return megabytes < 1 ? `${kilobytes.toFixed(0)} KB` : `${megabytes.toFixed(1)} MB`;
}
