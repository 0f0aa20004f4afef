import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

describe('500 members who ask 2,000 questions in a minute', () => {
  it('get exactly one reply each: an answer, or when to ask again', async () => {
    const args = ['--import', 'tsx', 'scripts/load.ts', '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const figures = JSON.parse(stdout) as Record<string, number>;
    console.log(stdout);
    expect(figures).toMatchObject({ questions: 2_000, failed: 0, withoutExactlyOneReply: 0 });
    expect((figures.answered ?? 0) + (figures.busy ?? 0)).toBeCloseTo(1);
    expect(figures.answered).toBeGreaterThan(0);
  });
});
