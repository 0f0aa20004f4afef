import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSource } from '../../../src/evaluation/formats/source.ts';
import { folderWith } from '../folder.ts';

describe('findSource', () => {
  it.each([
    ['a.jsonl', 'jsonl'],
    ['dev-v2.0.json', 'squad'],
    ['questions_df.csv', 'spans'],
  ])('guesses from %s that it is %s', (name, format) => {
    const path = join(folderWith({ [name]: '' }), name);
    expect(findSource(path)).toEqual({ path, format });
  });

  it('takes a folder with a corpus file for a BEIR set', () => {
    const folder = folderWith({ 'corpus.jsonl': '', 'queries.jsonl': '' });
    expect(findSource(folder)).toEqual({ path: folder, format: 'beir' });
  });

  it('takes any other folder for the one file of questions in it', () => {
    const folder = folderWith({ 'README.md': '', 'dev.json': '' });
    expect(findSource(folder)).toEqual({ path: join(folder, 'dev.json'), format: 'squad' });
  });

  it('believes what it is told about a file', () => {
    const path = join(folderWith({ 'a.txt': '' }), 'a.txt');
    expect(findSource(path, 'squad')).toEqual({ path, format: 'squad' });
  });

  it('asks which, when it cannot tell', () => {
    const folder = folderWith({ 'a.json': '', 'b.json': '', 'c.txt': '' });
    expect(() => findSource(folder)).toThrow('it holds 2 files of questions; name one of them');
    expect(() => findSource(join(folder, 'c.txt'))).toThrow('say it with --format');
    expect(() => findSource(join(folder, 'none'))).toThrow('there is no such file');
  });
});
