import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../src/evaluation/compare.ts';
import { brokenFloors, readFloors } from '../../src/evaluation/floors.ts';
import { readRun, summariseRun, writeRun } from '../../src/evaluation/run.ts';
import { folderWith } from './folder.ts';
import { outcome, wrong } from './sample-outcome.ts';

const about = { set: 'ferry', model: 'small', articles: 1, passages: 3, left: 0 };
/** 40 questions, of which the first `right` are answered right. */
const runWith = (right: number) =>
  summariseRun(
    about,
    Array.from({ length: 40 }, (_, n) => (n < right ? outcome : wrong)({ id: `q${n}` })),
  );

describe('a run', () => {
  it('is the same when it is read back', async () => {
    const run = await runWith(30);
    const file = join(folderWith({}), 'run.json');
    await writeRun(file, run);
    expect(readRun(file)).toEqual(run);
  });

  it('is refused in one line when a file holds something else', () => {
    const folder = folderWith({ 'run.json': '{"format": 99}' });
    expect(() => readRun(join(folder, 'run.json'))).toThrow(
      /run\.json: format: not a run that this version wrote\.$/,
    );
  });

  it('has an interval around each share', async () => {
    const run = await runWith(30);
    const [low, high] = run.intervals['stages.reranked.recall@1'] ?? [1, 0];
    expect(low).toBeLessThan(0.75);
    expect(high).toBeGreaterThan(0.75);
    expect(run.intervals).not.toHaveProperty('seconds.total');
  });
});

describe('compareRuns', () => {
  const path = 'stages.reranked.recall@1';

  it('finds a gain clear that pairs show and separate intervals would not', async () => {
    const [before, after] = await Promise.all([runWith(30), runWith(36)]);
    const { pairs, differences } = await compareRuns(before, after);
    expect(pairs).toBe(40);
    expect(differences[path]).toMatchObject({ before: 0.75, after: 0.9 });
    expect(differences[path]?.interval[0]).toBeGreaterThan(0);
    expect(before.intervals[path]?.[1]).toBeGreaterThan(after.intervals[path]?.[0] ?? 1);
  });

  it('finds no difference between a run and itself', async () => {
    const { differences } = await compareRuns(await runWith(30), await runWith(30));
    expect(differences[path]?.interval).toEqual([0, 0]);
  });

  it('compares only the questions that both asked', async () => {
    const after = await summariseRun(about, [outcome({ id: 'q0' }), outcome({ id: 'new' })]);
    expect((await compareRuns(await runWith(30), after)).pairs).toBe(1);
    const other = await summariseRun(about, [outcome({ id: 'new' })]);
    await expect(compareRuns(await runWith(30), other)).rejects.toThrow(
      'have no question in common',
    );
  });
});

describe('floors', () => {
  const figures = {
    'stages.fused.recall@1': 0.9,
    'abstention.calibration_error': 0.05,
    empty: null,
  };

  it('keep quiet about figures within their bounds', () => {
    const floors = { 'stages.fused.recall@1': 0.9, 'abstention.calibration_error': { max: 0.05 } };
    expect(brokenFloors(figures, floors)).toEqual([]);
  });

  it('give one line for each figure that breaks its bound or was not measured', () => {
    const floors = {
      'stages.fused.recall@1': { min: 0.95 },
      'abstention.calibration_error': { max: 0.03 },
      empty: 0.1,
      unknown: 0.1,
    };
    expect(brokenFloors(figures, floors)).toEqual([
      'stages.fused.recall@1 is 0.9000, below 0.95.',
      'abstention.calibration_error is 0.0500, above 0.03.',
      'empty was not measured, and has a bound.',
      'unknown was not measured, and has a bound.',
    ]);
  });

  it('are refused in one line when a bound is none', () => {
    const folder = folderWith({ 'floors.json': '{"a": "high"}' });
    expect(() => readFloors(join(folder, 'floors.json'))).toThrow(
      /floors\.json: a: must be a number, .+$/,
    );
  });
});
