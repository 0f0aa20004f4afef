import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { allProcesses } from '../processes.ts';
import { expectMistake, Running } from '../scripts/commands.ts';

/** A folder for the command, and one of its own for its temporary files. */
async function place(floors = {}) {
  const cwd = await mkdtemp(join(tmpdir(), 'pullquote-benchmark-command-'));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  const temporary = join(cwd, 'temporary');
  await mkdir(temporary);
  await writeFile(join(cwd, 'floors.json'), JSON.stringify(floors));
  const start = (...args: string[]) =>
    new Running('benchmark', args, { cwd, env: { TMPDIR: temporary } });
  /** What the runs have left there; tsx keeps a cache of its own in it. */
  const left = async () => (await readdir(temporary)).filter((name) => /pullquote/.test(name));
  return { cwd, start, left };
}

it('names the scenarios in one line when none has the name', async () => {
  const { start } = await place();
  const finished = await start('--only', 'nothing').done;
  expectMistake(finished, /--only nothing: no scenario .* there are sizes, memory, opening, .*\./);
});

it('refuses sizes that are no numbers of passages', async () => {
  const { start } = await place();
  expectMistake(await start('--sizes', '1000,many').done, /whole numbers from 20/);
});

it('measures, writes the page, and fails where a figure breaks its bound', async () => {
  const figure = 'sizes.disk.40.vectra-json.ratio';
  const { cwd, start, left } = await place({ [figure]: 1_000 });
  const options = ['--sizes', '40', '--floors', 'floors.json', '--out', 'page.html'];
  const { code, stdout, stderr } = await start('--only', 'sizes', ...options).done;
  expect(stdout).toMatch(/Index on disk.*Pullquote +[\d,]+\n.*vectra, JSON +[\d,]+ [\d.]+×/s);
  expect(stderr).toMatch(new RegExp(`${figure} is [\\d.]+, below 1000\\.`));
  expect(code).toBe(1);
  expect(await readFile(join(cwd, 'page.html'), 'utf8')).toContain('Index on disk');
  expect(await left()).toEqual([]);
});

it('shows what there is when it is broken off, and leaves no file and no process', async () => {
  const { start, left } = await place();
  const command = start('--only', 'sizes', '--sizes', '40,5000');
  const own = () => allProcesses().filter(({ group }) => group === command.process.pid);
  // The command, a measured process, and what compiles for each.
  await vi.waitUntil(() => own().length > 3, { timeout: 30_000 });
  expect(await left()).toHaveLength(1);
  const { code, stdout } = await command.pressCtrlC();
  expect(stdout).toContain('Broken off: not or not wholly measured were sizes.');
  expect(code).toBe(130);
  expect(await left()).toEqual([]);
  await vi.waitUntil(() => own().length === 0, { timeout: 10_000 });
});
