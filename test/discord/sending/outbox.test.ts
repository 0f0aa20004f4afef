import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Outbox } from '../../../src/discord/sending/outbox.ts';

const WINDOW_MS = 5_000;
const LIMIT = 5;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A channel as Discord limits it: `LIMIT` messages in a window that the first one opens. */
function channelOf(outbox: Outbox, id = 'c') {
  const sent: string[] = [];
  let used = 0;
  let resetsAt = 0;
  const send = (name: string) => async () => {
    if (Date.now() >= resetsAt) {
      used = 0;
      resetsAt = Date.now() + WINDOW_MS;
    }
    used++;
    if (used > LIMIT) throw new Error('429');
    sent.push(name);
    outbox.learn(id, {
      limit: LIMIT,
      remaining: LIMIT - used,
      resetAfterMs: resetsAt - Date.now(),
    });
  };
  const answer = (member: string, name = member) => outbox.answer(id, member, send(name));
  return { sent, answer };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('Outbox', () => {
  it('sends at once while there is room', async () => {
    const { sent, answer } = channelOf(new Outbox());
    await answer('ann');
    await answer('bob');
    expect(sent).toEqual(['ann', 'bob']);
  });

  it('leaves room for a third member while two flood', async () => {
    const { sent, answer } = channelOf(new Outbox());
    for (let i = 1; i <= 5; i++) {
      void answer('ann', `ann ${i}`);
      void answer('bob', `bob ${i}`);
    }
    await settle();
    expect(sent).toEqual(['ann 1', 'bob 1', 'ann 2', 'bob 2']);
    void answer('cy');
    await settle();
    expect(sent.at(-1)).toBe('cy');
  });

  it('sends what waits after the reset, in turn, and never more than Discord takes', async () => {
    const { sent, answer } = channelOf(new Outbox());
    for (let i = 1; i <= 6; i++) void answer('ann', `ann ${i}`);
    void answer('bob', 'bob 1');
    await settle();
    expect(sent).toEqual(['ann 1', 'ann 2', 'bob 1']);
    await vi.advanceTimersByTimeAsync(WINDOW_MS);
    expect(sent.slice(3)).toEqual(['ann 3', 'ann 4', 'ann 5']);
    await vi.advanceTimersByTimeAsync(WINDOW_MS);
    expect(sent).toHaveLength(7);
  });

  it('has no room for a notice where answers wait or may soon', async () => {
    const outbox = new Outbox();
    const { answer } = channelOf(outbox);
    expect(outbox.hasRoomForNotice('c')).toBe(true);
    await answer('ann');
    await answer('bob');
    expect(outbox.hasRoomForNotice('c')).toBe(true);
    await answer('cy');
    expect(outbox.hasRoomForNotice('c')).toBe(false);
    await vi.advanceTimersByTimeAsync(WINDOW_MS);
    expect(outbox.hasRoomForNotice('c')).toBe(true);
  });

  it('waits for nothing where Discord names no limit', async () => {
    const outbox = new Outbox();
    const sent: number[] = [];
    for (let i = 0; i < 20; i++) {
      await outbox.answer('c', 'ann', async () => {
        sent.push(i);
        outbox.learn('c', undefined);
      });
    }
    expect(sent).toHaveLength(20);
  });

  it('goes on after a message that could not be sent', async () => {
    const outbox = new Outbox();
    const { sent, answer } = channelOf(outbox);
    const broken = outbox.answer('c', 'ann', () => Promise.reject(new Error('broken')));
    const next = answer('bob');
    await expect(broken).rejects.toThrow('broken');
    await next;
    expect(sent).toEqual(['bob']);
  });

  it('forgets a channel in which nothing happens', async () => {
    const outbox = new Outbox();
    const { answer } = channelOf(outbox);
    await answer('ann');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
