import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { whyEnded, whyRefused } from '../../src/benchmark/child/reasons.ts';

describe('the reason why a system could not do something', () => {
  it("names V8's longest string, whether it was to be written or read", () => {
    expect(whyRefused(thrownBy(() => 'x'.repeat(2 ** 30)))).toBe(
      "more than V8's longest string holds",
    );
    expect(whyRefused(thrownBy(() => Buffer.alloc(2 ** 29).toString('latin1')))).toBe(
      "more than V8's longest string holds",
    );
  });

  it("names V8's heap where a process ran out of it", () => {
    const fill = 'const all = []; for (;;) all.push({});';
    const options = ['--max-old-space-size=20', '-e', fill];
    const { stderr, status, signal } = spawnSync(process.execPath, options, { encoding: 'utf8' });
    expect(whyEnded(stderr, status, signal)).toBe("more than V8's heap holds");
  });

  it('is what the process complained of, or else how it ended', () => {
    expect(whyEnded('at x.ts:1\n\nTypeError: no\n    at y', 1, null)).toBe('TypeError: no');
    expect(whyEnded('', null, 'SIGKILL')).toBe('its process ended with SIGKILL');
  });
});

function thrownBy(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('Nothing was thrown.');
}
