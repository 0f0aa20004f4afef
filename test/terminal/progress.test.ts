import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showProgress } from '../../src/terminal/progress.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A stream like standard error, a terminal or not, and what was written to it. */
function screen(about: { isTTY: boolean; columns?: number }) {
  const stream = Object.assign(new PassThrough(), about) as unknown as NodeJS.WriteStream;
  const written = () => String((stream as unknown as PassThrough).read() ?? '');
  return { stream, written };
}

/** One report a passage, each `each` milliseconds after the last. */
async function embed(progress: ReturnType<typeof showProgress>, total: number, each: number) {
  for (let done = 1; done <= total; done++) {
    progress.update({ done, total });
    await vi.advanceTimersByTimeAsync(each);
  }
}

describe('progress where there is no terminal', () => {
  it('is a line at the start, then one every five seconds with speed and time left', async () => {
    const { stream, written } = screen({ isTTY: false });
    const progress = showProgress(stream);
    await embed(progress, 240, 50);
    progress.stop();
    expect(written().split('\n')).toEqual([
      'Embedding 240 passages …',
      'Embedded 101/240 passages, 20/s, 7 s left',
      'Embedded 201/240 passages, 20/s, 2 s left',
      '',
    ]);
  });

  it('says more than a minute in minutes, and a low speed exactly', async () => {
    const { stream, written } = screen({ isTTY: false });
    await embed(showProgress(stream), 3, 40_000);
    expect(written()).toContain('Embedded 2/3 passages, 0.025/s, 40 s left');
    await embed(showProgress(stream), 5, 130_000);
    expect(written()).toContain('Embedded 2/5 passages, 0.0077/s, 6 min 30 s left');
  });

  it('is nothing where nothing has to be embedded', () => {
    const { stream, written } = screen({ isTTY: false });
    showProgress(stream).stop();
    expect(written()).toBe('');
  });
});

describe('progress on a terminal', () => {
  it('is a bar with speed and time left, which is cleared away with the cursor back', async () => {
    const { stream, written } = screen({ isTTY: true, columns: 100 });
    const progress = showProgress(stream);
    await embed(progress, 4, 500);
    const drawn = written();
    expect(drawn).toMatch(/Embedding █+░+ 3\/4 passages · 2\.0\/s · 1 s left/);
    expect(drawn).toContain('\u001b[?25l');
    progress.stop();
    const cleared = written();
    expect(cleared).toContain('\u001b[?25h');
    expect(cleared.endsWith('\u001b[1G\u001b[2K')).toBe(true);
  });
});
