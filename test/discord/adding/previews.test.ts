import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FoundArticles } from '../../../src/discord/adding/intake.ts';
import { Previews } from '../../../src/discord/adding/previews.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;
const ofMegabytes = (megabytes: number): FoundArticles => ({
  file: 'added/a.md',
  content: Buffer.alloc(megabytes * 2 ** 20),
  articles: [],
  warnings: [],
});

describe('a preview', () => {
  it('is taken once', () => {
    const previews = new Previews();
    const found = ofMegabytes(1);
    const id = previews.keep(found, 'ben', () => {});
    expect(previews.take(id)).toBe(found);
    expect(previews.take(id)).toBeUndefined();
  });

  it('is gone after ten minutes, and says so', () => {
    const previews = new Previews();
    const expired = vi.fn();
    const id = previews.keep(ofMegabytes(1), 'ben', expired);
    vi.advanceTimersByTime(9 * MINUTE);
    expect(expired).not.toHaveBeenCalled();
    vi.advanceTimersByTime(MINUTE);
    expect(expired).toHaveBeenCalledOnce();
    expect(previews.take(id)).toBeUndefined();
  });

  it('gives way to the next one of the same member, not of another one', () => {
    const previews = new Previews();
    const first = previews.keep(ofMegabytes(1), 'ben', () => {});
    const others = previews.keep(ofMegabytes(1), 'ada', () => {});
    previews.keep(ofMegabytes(1), 'ben', () => {});
    expect(previews.take(first)).toBeUndefined();
    expect(previews.take(others)).toBeDefined();
  });

  it('gives way where all together are too large', () => {
    const previews = new Previews();
    const first = previews.keep(ofMegabytes(40), 'ben', () => {});
    const second = previews.keep(ofMegabytes(40), 'ada', () => {});
    expect(previews.take(first)).toBeUndefined();
    expect(previews.take(second)).toBeDefined();
  });
});
