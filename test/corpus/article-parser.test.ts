import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashCorpus, readCorpus } from '../../src/corpus/index.ts';
import { ArticleFaultError } from '../../src/errors.ts';

const LIMITS = { maxArticleBytes: 5 * 2 ** 20, articleTimeoutMs: 400 };
/** The Markdown parser would be at it for minutes. */
const ENDLESS = `It goes on: ${'<?'.repeat(400_000)}`;

/** A process takes its time to start on a busy machine. */
const WAIT = { timeout: 60_000 };
vi.setConfig({ testTimeout: 100_000 });

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'parser-'));
  await writeFile(join(dir, 'good.md'), '# Good\n\nA good text.\n');
});
afterEach(() => rm(dir, { recursive: true }));

/** The processes that parse articles for a process. */
function parsers(parent: number | undefined = process.pid): number[] {
  const children = read(`/proc/${parent}/task/${parent}/children`).split(' ').filter(Boolean);
  return children.map(Number).filter(isParser);
}

function isParser(pid: number): boolean {
  return read(`/proc/${pid}/cmdline`).includes('/parser-child.mjs');
}

/** Whether a process has had so much of the processor that it must be at the endless article. */
function isBusy(pid: number): boolean {
  const [user, system] = read(`/proc/${pid}/stat`).split(' ').slice(13, 15).map(Number);
  return (user ?? 0) + (system ?? 0) > 90;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

describe('reading articles', () => {
  it('leaves out what takes too long, names it, and goes on in a new process', async () => {
    await writeFile(join(dir, 'endless.md'), ENDLESS);
    await writeFile(join(dir, 'later.md'), '# Later\n\nA good text.\n');
    const { articles, skipped } = await readCorpus(dir, LIMITS);
    expect(articles.map(({ article }) => article.id)).toEqual(['good', 'later']);
    expect(skipped.map(({ message }) => message)).toEqual([
      'endless.md: takes longer to read than ARTICLE_TIMEOUT_SECONDS=0.4 allows; split it or raise ARTICLE_TIMEOUT_SECONDS',
    ]);
  });

  it('leaves nothing of itself running', async () => {
    await readCorpus(dir, LIMITS);
    await vi.waitUntil(() => parsers().length === 0, WAIT);
  });

  it('tries once more when a process dies, and names the article when that dies too', async () => {
    await writeFile(join(dir, 'endless.md'), ENDLESS);
    const reading = readCorpus(dir, { ...LIMITS, articleTimeoutMs: 60_000 });
    const killed = new Set<number>();
    while (killed.size < 2) {
      await sleep(20);
      const [pid] = parsers().filter((running) => !killed.has(running));
      if (pid === undefined || !isBusy(pid)) continue;
      killed.add(pid);
      process.kill(pid, 'SIGKILL');
    }
    const { articles, skipped } = await reading;
    expect(articles.map(({ article }) => article.id)).toEqual(['good']);
    expect(skipped[0]).toBeInstanceOf(ArticleFaultError);
    expect(skipped[0]?.message).toBe('endless.md: ends the process that reads it (SIGKILL)');
  });

  it('ends at once with the signal', async () => {
    await writeFile(join(dir, 'endless.md'), ENDLESS);
    const ending = new AbortController();
    const options = { ...LIMITS, articleTimeoutMs: 60_000, signal: ending.signal };
    const reading = readCorpus(dir, options);
    await vi.waitUntil(() => parsers().some(isBusy), WAIT);
    ending.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
    await vi.waitUntil(() => parsers().length === 0, WAIT);
  });

  it('starts no process to find out that nothing has changed', async () => {
    const { hash } = await readCorpus(dir, LIMITS);
    await vi.waitUntil(() => parsers().length === 0, WAIT);
    const seen: number[] = [];
    const looking = setInterval(() => seen.push(...parsers()), 1);
    expect(await hashCorpus(dir, LIMITS)).toBe(hash);
    clearInterval(looking);
    expect(seen).toEqual([]);
  });

  it('gives the processes nothing of the environment', async () => {
    const ending = new AbortController();
    const reading = readCorpus(dir, { ...LIMITS, signal: ending.signal });
    await vi.waitUntil(() => parsers().length > 0, WAIT);
    expect(read(`/proc/${parsers()[0]}/environ`)).not.toContain('PATH=');
    ending.abort();
    await expect(reading).rejects.toThrow();
  });

  it('ends with the process that asked for it, even in the middle of an article', async () => {
    await writeFile(join(dir, 'endless.md'), ENDLESS);
    const script = `import { readCorpus } from ${JSON.stringify(new URL('../../src/corpus/index.ts', import.meta.url).href)};
      await readCorpus(${JSON.stringify(dir)}, { maxArticleBytes: 1e9, articleTimeoutMs: 60_000 });`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', script];
    const parent = spawn(process.execPath, args, { stdio: 'ignore' });
    await vi.waitUntil(() => parsers(parent.pid).some(isBusy), WAIT);
    const [orphan = 0] = parsers(parent.pid);
    parent.kill('SIGKILL');
    await vi.waitUntil(() => !isParser(orphan), WAIT);
  });
});
