import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { generateCorpus } from '../../src/benchmark/generated-corpus.ts';
import { loadSearchSystem, SEARCH_SYSTEMS } from '../../src/benchmark/systems/searching/index.ts';
import type { SearchSystem } from '../../src/benchmark/systems/searching/search-system.ts';

const { questions, changed, ...corpus } = generateCorpus({ passages: 60, questions: 5 });
const passages = corpus.articles.flatMap((article) => article.passages);
const systems = await Promise.all(
  SEARCH_SYSTEMS.map(async (name) => ({ name, system: await loadSearchSystem(name) })),
);

async function opened(system: SearchSystem) {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-systems-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await system.build(join(folder, 'index'), corpus);
  return system.open(join(folder, 'index'), corpus.model);
}

describe.each(systems)('$name', ({ system }) => {
  it('finds every passage by its own vector or words', async () => {
    const { dense, keywords } = await opened(system);
    expect(dense ?? keywords).toBeDefined();
    for (const { passage, vectors } of passages) {
      const own = vectors.at(-1) as Float32Array;
      if (dense) expect((await dense(own, 5))[0]).toBe(passage.id);
      if (keywords) expect((await keywords(passage.plain, 5))[0]).toBe(passage.id);
    }
  });

  it('finds what a changed article says now, where it can be changed', async () => {
    const { dense, change } = await opened(system);
    if (!dense || !change) return;
    await change(corpus, changed);
    const { passage, vectors } = changed.passages[7] as (typeof passages)[number];
    expect((await dense(vectors[1] as Float32Array, 1))[0]).toBe(passage.id);
    const other = passages[50] as (typeof passages)[number];
    expect((await dense(other.vectors[0] as Float32Array, 1))[0]).toBe(other.passage.id);
  });
});

it('all that search vectors agree on the passage nearest to a question', async () => {
  const open = await Promise.all(systems.map(({ system }) => opened(system)));
  for (const { vector } of questions) {
    const found = await Promise.all(open.map((index) => index.dense?.(vector, 10)));
    const nearest = found.flatMap((ids) => ids?.[0] ?? []);
    expect(nearest).toHaveLength(4);
    expect(new Set(nearest).size).toBe(1);
  }
});
