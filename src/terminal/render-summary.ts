import { type ArticleError, ArticleFaultError } from '../errors.ts';
import type { IndexingSummary } from '../indexing/index.ts';
import { count } from './count.ts';
import { printableLine } from './printable.ts';

/** What an indexing run did, in lines for reading; skipped articles with the reason. */
export function renderSummary(summary: IndexingSummary): string {
  const { added, changed, removed, unchanged, skipped, warnings, manifest } = summary;
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
    ...skipped.map((error) => printableLine(`  ${kindOf(error)} ${error.file}: ${error.reason}`)),
    ...warnings.map(({ file, reason }) => printableLine(`  note on ${file}: ${reason}`)),
    `Index: ${count(articles, 'article')}, ${count(passages, 'passage')}, ${size(manifest.bytes)}.`,
    summary.replaced
      ? `Embedded ${count(summary.embedded, 'passage')} in ${summary.seconds.toFixed(1)} s.`
      : 'Nothing had changed: the index is as it was.',
  ].join('\n');
}

/** The same as one JSON object. */
export function jsonSummary(summary: IndexingSummary) {
  const { added, changed, removed, unchanged, skipped, warnings, embedded, manifest } = summary;
  return {
    added,
    changed,
    removed,
    unchanged,
    skipped: skipped.map((error) => ({
      file: error.file,
      reason: error.reason,
      ...(error instanceof ArticleFaultError && { fault: true }),
    })),
    warnings,
    articles: manifest.articles,
    passages: manifest.passages,
    embedded,
    seconds: Math.round(summary.seconds * 1_000) / 1_000,
    bytes: manifest.bytes,
    generation: manifest.generation,
  };
}

function kindOf(error: ArticleError): string {
  return error instanceof ArticleFaultError ? 'failed on' : 'skipped';
}

function size(bytes: number): string {
  const [kilobytes, megabytes] = [bytes / 2 ** 10, bytes / 2 ** 20];
  return megabytes < 1 ? `${kilobytes.toFixed(0)} KB` : `${megabytes.toFixed(1)} MB`;
}
