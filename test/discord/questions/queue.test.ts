import { describe, expect, it } from 'vitest';
import { FairQueue, QueueFullError } from '../../../src/discord/questions/queue.ts';

/** Jobs that note when they run and end when told to. */
function controlled() {
  const order: string[] = [];
  const ends: (() => void)[] = [];
  const job = (name: string) => () =>
    new Promise<string>((resolve) => {
      order.push(name);
      ends.push(() => resolve(name));
    });
  const finishAll = async () => {
    while (ends.length > 0) {
      ends.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { order, job, finishAll };
}

const queueWith = (concurrency: number, limit: number) =>
  new FairQueue({ concurrency, limit, longestWaitMs: 60_000 });

describe('FairQueue', () => {
  it('takes nothing more once those who wait would wait too long', async () => {
    const { job, finishAll } = controlled();
    const queue = new FairQueue({ concurrency: 1, limit: 1_000, longestWaitMs: 1_000 });
    const all: Promise<string>[] = [];
    const fill = () => {
      for (let i = 0; i < 100; i++) all.push(queue.add(`m${i}`, job(`m${i}`)));
    };
    expect(fill).toThrow(QueueFullError);
    expect(queue.waiting).toBeLessThan(10);
    await finishAll();
    await Promise.all(all);
  });

  it('takes everybody in turn, however many jobs one of them has', async () => {
    const { order, job, finishAll } = controlled();
    const queue = queueWith(1, 10);
    const all = [
      queue.add('ann', job('ann 1')),
      queue.add('ann', job('ann 2')),
      queue.add('ann', job('ann 3')),
      queue.add('bob', job('bob 1')),
      queue.add('cy', job('cy 1')),
      queue.add('bob', job('bob 2')),
    ];
    await finishAll();
    await Promise.all(all);
    expect(order).toEqual(['ann 1', 'ann 2', 'bob 1', 'cy 1', 'ann 3', 'bob 2']);
  });

  it('never runs more at once than it may', async () => {
    const queue = queueWith(2, 100);
    let running = 0;
    let most = 0;
    const job = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
    };
    await Promise.all(Array.from({ length: 20 }, (_, i) => queue.add(`m${i % 3}`, job)));
    expect(most).toBe(2);
    expect(queue.running + queue.waiting).toBe(0);
  });

  it('refuses at once when it is full, with the seconds to wait', async () => {
    const { job, finishAll } = controlled();
    const queue = queueWith(1, 2);
    const all = ['a', 'b', 'c'].map((name) => queue.add(name, job(name)));
    expect(() => queue.add('d', job('d'))).toThrow(QueueFullError);
    try {
      queue.add('d', job('d'));
    } catch (error) {
      expect((error as QueueFullError).seconds).toBeGreaterThanOrEqual(1);
    }
    await finishAll();
    await Promise.all(all);
  });

  it('goes on after a job that fails', async () => {
    const queue = queueWith(1, 10);
    const failing = queue.add('a', () => Promise.reject(new Error('no')));
    const next = queue.add('a', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('rejects what waits when it is cleared, and lets what runs end', async () => {
    const { job, finishAll } = controlled();
    const queue = queueWith(1, 10);
    const running = queue.add('a', job('a'));
    const waiting = queue.add('b', job('b'));
    queue.clear(new Error('cleared'));
    await expect(waiting).rejects.toThrow('cleared');
    await finishAll();
    expect(await running).toBe('a');
  });

  it('makes room in a full queue for somebody who has less in it', async () => {
    const { job, finishAll, order } = controlled();
    const queue = queueWith(1, 3);
    const flood = ['a 1', 'a 2', 'a 3', 'a 4'].map((name) => queue.add('a', job(name)));
    const last = expect(flood[3]).rejects.toThrow(QueueFullError);
    const other = queue.add('b', job('b 1'));
    await last;
    await finishAll();
    expect(await other).toBe('b 1');
    expect(order).toEqual(['a 1', 'a 2', 'b 1', 'a 3']);
  });

  it('tells somebody with one question no longer to wait than for a turn, whoever floods', async () => {
    const { job, finishAll } = controlled();
    const queue = new FairQueue({ concurrency: 1, limit: 1_000, longestWaitMs: 1_000 });
    const flood: Promise<string>[] = [];
    const add = (name: string) => flood.push(queue.add('a', job(name)));
    add('a 0');
    expect(() => {
      for (let i = 1; i < 100; i++) add(`a ${i}`);
    }).toThrow(QueueFullError);
    const other = queue.add('b', job('b 1'));
    await finishAll();
    expect(await other).toBe('b 1');
    await Promise.all(flood);
  });
});
