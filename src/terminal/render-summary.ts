import { ArticleFaultError } from '../errors.ts';
import type { IndexingSummary } from '../indexing/index.ts';
import { count } from './count.ts';
import { misfitLine } from './misfit-line.ts';
import { printableLine } from './printable.ts';

const BY_A_FAULT = "skipped by a fault of Pullquote's";

/** What an indexing run did, in lines for reading; skipped articles with the reason. */
export function renderSummary(summary: IndexingSummary): string {
  const { added, changed, removed, unchanged, warnings, languages, manifest } = summary;
  const { unusable, faults } = skippedOf(summary);
  const misfit = misfitLine(languages, manifest.model.model);
  const { articles, passages } = manifest;
  const counts = [
    `${added.length} added`,
    `${changed.length} changed`,
    `${removed.length} removed`,
    `${unchanged} unchanged`,
    `${unusable.length} skipped`,
    ...(faults.length > 0 ? [`${faults.length} ${BY_A_FAULT}`] : []),
  ].join(', ');
  return [
    `Articles: ${counts}.`,
    ...unusable.map(({ file, reason }) => printableLine(`  skipped ${file}: ${reason}`)),
    ...faults.map(({ file, reason }) =>
      printableLine(`  ${BY_A_FAULT}, please report it: ${file}: ${reason}`),
    ),
    ...warnings.map(({ file, reason }) => printableLine(`  note on ${file}: ${reason}`)),
    `Index: ${count(articles, 'article')}, ${count(passages, 'passage')}, ${size(manifest.bytes)}.`,
    summary.replaced
      ? `Embedded ${count(summary.embedded, 'passage')} in ${summary.seconds.toFixed(1)} s.`
      : 'Nothing had changed: the index is as it was.',
    ...(misfit ? [misfit] : []),
  ].join('\n');
}

/** The same as one JSON object. */
export function jsonSummary(summary: IndexingSummary) {
  const { added, changed, removed, unchanged, warnings, embedded, manifest } = summary;
  const { unusable, faults } = skippedOf(summary);
  return {
    added,
    changed,
    removed,
    unchanged,
    skipped: unusable.map(({ file, reason }) => ({ file, reason })),
    faults: faults.map(({ file, reason }) => ({ file, reason })),
    warnings,
    articles: manifest.articles,
    passages: manifest.passages,
    embedded,
    seconds: Math.round(summary.seconds * 1_000) / 1_000,
    bytes: manifest.bytes,
    generation: manifest.generation,
  };
}

/** Files that cannot be used, and those on which the program failed. */
function skippedOf({ skipped }: IndexingSummary) {
  return {
    unusable: skipped.filter((error) => !(error instanceof ArticleFaultError)),
    faults: skipped.filter((error) => error instanceof ArticleFaultError),
  };
}

function size(bytes: number): string {
  const [kilobytes, megabytes] = [bytes / 2 ** 10, bytes / 2 ** 20];
  return megabytes < 1 ? `${kilobytes.toFixed(0)} KB` : `${megabytes.toFixed(1)} MB`;
}
