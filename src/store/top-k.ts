import type { PassageRange, PassageScore } from './places.ts';

/** The k passages of the highest scores above 0, best first, equals by their place. */
export function topK(
  scores: Float64Array,
  k: number,
  within: readonly PassageRange[] = [{ first: 0, last: scores.length }],
): PassageScore[] {
  const top: PassageScore[] = [];
  let least = 0;
  for (const { first, last } of [...within].sort((a, b) => a.first - b.first)) {
    for (let passage = first; passage < last; passage++) {
      const score = scores[passage] ?? 0;
      if (score <= least || k === 0) continue;
      if (top.length === k) top.pop();
      let place = top.length;
      while (place > 0 && (top[place - 1]?.score ?? 0) < score) place--;
      top.splice(place, 0, { passage, score });
      if (top.length === k) least = top.at(-1)?.score ?? 0;
    }
  }
  return top;
}
