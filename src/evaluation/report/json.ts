import type { Comparison } from '../compare.ts';
import type { Figures } from '../measure.ts';
import type { Run } from '../run.ts';

/**
 * The one object that `--json` prints: the figures nested by their paths
 * (`stages.fused.recall@1`, …), `questions`, `passages`, and apart from them the intervals and the
 * comparison, by the same paths but flat.
 */
export function toJson(run: Run, comparison?: Comparison): Record<string, unknown> {
  const { set, model, createdAt, articles, passages, questions, left } = run;
  return {
    set,
    model,
    createdAt,
    articles,
    passages,
    questions,
    left,
    ...nest(run.figures),
    intervals: run.intervals,
    ...(comparison && { against: comparison }),
  };
}

function nest(figures: Figures): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(figures)) {
    const steps = path.split('.');
    const leaf = steps.pop() as string;
    let node = root;
    for (const step of steps) {
      node[step] ??= {};
      node = node[step] as Record<string, unknown>;
    }
    node[leaf] = value;
  }
  return root;
}
