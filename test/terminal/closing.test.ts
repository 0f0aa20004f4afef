import { expect, it } from 'vitest';
import { Closing } from '../../src/terminal/closing.ts';

it('closes what was opened last first', async () => {
  const closed: string[] = [];
  const closing = new Closing(() => {});
  for (const what of ['sandbox', 'index', 'bot']) {
    await closing.add(what, () => void closed.push(what));
  }
  await closing.close(1_000);
  expect(closed).toEqual(['bot', 'index', 'sandbox']);
});

it('closes the others, and tells in a line, where one throws, rejects or hangs', async () => {
  const closed: string[] = [];
  const told: string[] = [];
  const closing = new Closing((line) => void told.push(line));
  await closing.add('The first', () => void closed.push('first'));
  await closing.add('The rejecting one', async () => Promise.reject(new Error('it is broken')));
  await closing.add('The hanging one', () => new Promise(() => {}));
  await closing.add('The throwing one', () => {
    throw new Error('it is gone');
  });
  const began = performance.now();
  await closing.close(300);
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(closed).toEqual(['first']);
  expect(told).toEqual([
    'The throwing one could not be closed: it is gone',
    'The hanging one could not be closed: it takes too long',
    'The rejecting one could not be closed: it is broken',
  ]);
});

it('closes at once what is opened when all else is closed', async () => {
  const closed: string[] = [];
  const closing = new Closing(() => {});
  await closing.close(1_000);
  await closing.add('late', () => void closed.push('late'));
  expect(closed).toEqual(['late']);
});
