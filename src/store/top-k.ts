import type { PassageScore } from './places.ts';

/** The k passages of the highest scores above 0, best first, equals by their place. */
export function topK(scores: Float64Array, k: number): PassageScore[] {
  const top: PassageScore[] = [];
  for (let passage = 0; passage < scores.length; passage++) {
    const score = scores[passage] ?? 0;
    if (score <= (top.length < k ? 0 : (top.at(-1)?.score ?? Number.POSITIVE_INFINITY))) continue;
    if (top.length === k) top.pop();
    let place = top.length;
    while (place > 0 && (top[place - 1]?.score ?? 0) < score) place--;
    top.splice(place, 0, { passage, score });
  }
  return top;
}
