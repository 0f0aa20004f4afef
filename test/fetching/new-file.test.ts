import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SaveError } from '../../src/errors.ts';
import { freeName, oldFile, replaceOld, saveNew } from '../../src/fetching/index.ts';
import { newFolder } from '../indexing/support.ts';

const file = (content: string, name = 'added/a.md') => ({
  file: name,
  content: Buffer.from(content),
});
const read = (folder: string) => readFile(join(folder, 'added/a.md'), 'utf8');

describe('a new file in the corpus folder', () => {
  it('is saved whole, and nothing else is left', async () => {
    const folder = await newFolder();
    expect(await saveNew(file('A'), folder)).toBe(true);
    expect(await readdir(join(folder, 'added'))).toEqual(['a.md']);
  });

  it('is never saved over another one, however many try at once', async () => {
    const folder = await newFolder();
    const tries = Array.from({ length: 20 }, (_, i) => saveNew(file(`${i}`), folder));
    const saved = await Promise.all(tries);
    expect(saved.filter(Boolean)).toHaveLength(1);
    expect(await read(folder)).toBe(`${saved.indexOf(true)}`);
    expect(await readdir(join(folder, 'added'))).toEqual(['a.md']);
  });

  it('replaces one that is as it was, not one that was changed since', async () => {
    const folder = await newFolder({ 'added/a.md': 'old' });
    const old = await oldFile(file('new'), folder);
    expect(old?.isSame).toBe(false);
    await writeFile(join(folder, 'added/a.md'), 'edited');
    expect(await replaceOld(file('new'), old?.digest ?? '', folder)).toBe(false);
    expect(await read(folder)).toBe('edited');
    const edited = await oldFile(file('new'), folder);
    expect(await replaceOld(file('new'), edited?.digest ?? '', folder)).toBe(true);
    expect(await read(folder)).toBe('new');
  });

  it('is not written where a link leads out of the folder', async () => {
    const folder = await newFolder();
    const elsewhere = await newFolder();
    await symlink(elsewhere, join(folder, 'added'));
    await expect(saveNew(file('A'), folder)).rejects.toThrow(/leads out of the corpus folder/);
    expect(await readdir(elsewhere)).toEqual([]);
  });

  it('says in a line why it cannot be saved', async () => {
    const failing = saveNew(file('A'), '/sys');
    await expect(failing).rejects.toThrow(SaveError);
    await expect(failing).rejects.toThrow(
      /^added\/a\.md cannot be saved in the corpus folder: the system does not allow it$/,
    );
  });

  it.each(['ENOSPC', 'EDQUOT'])('says of %s that the disk is full', (code) => {
    const error = new SaveError('a.md', Object.assign(new Error('x'), { code }));
    expect(error.message).toContain('the disk is full');
    expect(error.why).toBe('full');
  });
});

describe('the name of a new file', () => {
  it('is its own where that is free', async () => {
    expect(await freeName('added/a.pdf', await newFolder())).toBe('added/a.pdf');
  });

  it('has a number where a file gives an article of that name, whatever its ending', async () => {
    const folder = await newFolder({ 'added/a.md': 'A', 'added/A-2.txt': 'B' });
    expect(await freeName('added/a.pdf', folder)).toBe('added/a-3.pdf');
  });

  it('has one where files of that name are no articles', async () => {
    const folder = await newFolder();
    expect(await freeName('added/questions.jsonl', folder)).toBe('added/questions-2.jsonl');
  });
});
