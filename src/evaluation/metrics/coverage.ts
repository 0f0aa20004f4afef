import type { Span } from '../../passage.ts';

/**
 * The share of the characters of `references` that are inside `quotes`; overlaps count once.
 * The token-wise recall of Smith and Troynikov 2024, "Evaluating Chunking Strategies for
 * Retrieval", taken over characters.
 *
 * @returns null when the references hold no character.
 */
export function coveredShare(references: readonly Span[], quotes: readonly Span[]): number | null {
  const wanted = union(references);
  const total = wanted.reduce((sum, span) => sum + span.end - span.start, 0);
  if (total === 0) return null;
  let covered = 0;
  for (const quote of union(quotes)) {
    for (const span of wanted) {
      covered += Math.max(0, Math.min(span.end, quote.end) - Math.max(span.start, quote.start));
    }
  }
  return covered / total;
}

/** The same characters as spans that neither touch nor overlap, in order. */
function union(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) result.push({ start, end });
  }
  return result;
}
