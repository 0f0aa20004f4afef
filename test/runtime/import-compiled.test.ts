import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, expect, onTestFinished, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const IMPORTER = 'src/runtime/import-compiled.mjs';

/** A program of its own, with the packages that compile it. */
let program: string;
beforeEach(async () => {
  program = await mkdtemp(join(tmpdir(), 'pullquote-compiled-'));
  const folder = program;
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(program, 'node_modules'));
  for (const name of ['esbuild', 'tsx', 'picocolors']) {
    await symlink(join(ROOT, 'node_modules', name), join(program, 'node_modules', name));
  }
  await cp(join(ROOT, IMPORTER), join(program, IMPORTER), { recursive: true });
  await write('package.json', '{ "type": "module" }');
  await write(
    'start.mjs',
    `import { importCompiled } from './${IMPORTER}';
     const { say } = await importCompiled(new URL('./src/command.ts', import.meta.url));
     say();`,
  );
  await write(
    'src/command.ts',
    `import pc from 'picocolors';
     import { word } from './parts/word.ts';
     export function say(): void { console.log(typeof pc.bold, word satisfies string); }`,
  );
  await write('src/parts/word.ts', `export const word: string = 'river';`);
});

const write = async (file: string, text: string) => {
  await mkdir(join(program, file, '..'), { recursive: true });
  await writeFile(join(program, file), text);
};
const start = async () =>
  (await promisify(execFile)(process.execPath, [join(program, 'start.mjs')])).stdout.trim();
const builds = async () =>
  (await readdir(join(program, 'node_modules/.cache/pullquote/src-command-ts'))).sort();

test('a command is compiled once, with all that it imports but packages', async () => {
  expect(await start()).toBe('function river');
  const first = await builds();
  expect(first).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/), 'current.json']);
  expect(await start()).toBe('function river');
  expect(await builds()).toEqual(first);
});

test('it is compiled again when one of its files has changed', async () => {
  await start();
  await write('src/parts/word.ts', `export const word = 'harbour';`);
  expect(await start()).toBe('function harbour');
});

test('it is compiled again when a build was lost', async () => {
  await start();
  const [build = ''] = await builds();
  await rm(join(program, 'node_modules/.cache/pullquote/src-command-ts', build), {
    recursive: true,
  });
  expect(await start()).toBe('function river');
});

test('each source finds the files that lie beside it', async () => {
  await write('src/parts/word.ts', 'export const word: string = import.meta.url;');
  expect(await start()).toMatch(/^function file:.*\/src\/parts\/word\.ts$/);
});

test('a program that begins several times at once is whole each time', async () => {
  expect(await Promise.all([start(), start(), start()])).toEqual(Array(3).fill('function river'));
});

test('where nothing can be kept it runs all the same', async () => {
  await write('node_modules/.cache', 'no folder');
  expect(await start()).toBe('function river');
});

test('a mistake in a source is told with its place', async () => {
  await write('src/parts/word.ts', 'export const word = ;');
  await expect(start()).rejects.toThrow(/src\/parts\/word\.ts:1:20/);
});
