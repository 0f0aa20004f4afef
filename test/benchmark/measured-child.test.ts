import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { MeasuredChild, RefusedError } from '../../src/benchmark/child/measured-child.ts';
import type { SearchingMethods } from '../../src/benchmark/child/searching.ts';
import { inTurns } from '../../src/benchmark/in-turns.ts';

const { signal } = new AbortController();

function start(system: string) {
  const child = new MeasuredChild<SearchingMethods>('searching', system, signal);
  onTestFinished(() => child.stop());
  return child;
}

it('measures a system in a process of its own', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-child-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const child = start('plain-scan');
  const bytes = await child.call('build', folder, 40);
  expect(bytes).toBeGreaterThan(40 * 4 * 384 * 4);
  await child.call('open', folder);
  expect(await child.call('find', 'dense', 0)).toHaveLength(40);
  const times = await child.call('search', 'dense', 0, 3);
  expect(times.map((time) => time > 0)).toEqual([true, true, true]);
});

it('tells what a system cannot do as a result, in a few words', async () => {
  const child = start('plain-scan');
  await expect(child.call('search', 'dense', 0, 1)).rejects.toThrow(
    new RefusedError('The index is not open.'),
  );
});

it('tells why a process ended that was asked for something', async () => {
  const child = start('no-such-system');
  await expect(child.call('heapMb')).rejects.toThrow(/is not a function/);
});

it('leaves a system out of the turns once it has refused, and goes on with the others', async () => {
  const asked: string[] = [];
  const turns = await inTurns(
    ['able', 'unable'],
    async (system, round) => {
      asked.push(`${system} ${round}`);
      if (system === 'unable') throw new RefusedError('too large');
      return [round];
    },
    { rounds: 2, warmUps: 1, signal },
  );
  expect(asked).toEqual(['able 0', 'unable 0', 'able 1', 'able 2']);
  expect(turns).toEqual([
    { system: 'able', samples: [1, 2] },
    { system: 'unable', samples: [], note: 'too large' },
  ]);
});
