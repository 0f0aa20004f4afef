import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/runtime/log.ts';
import { followRules } from '../../src/scopes/follow-rules.ts';
import { shows } from '../../src/scopes/scope.ts';

const PLACE = { isDm: false, guildId: '100000000000000001', channelIds: [], roleIds: [] };

let folder: string;
let logged: string;
let articles: string[];
let stopping: AbortController;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pullquote-scopes-'));
  await mkdir(join(folder, 'corpus/empty'), { recursive: true });
  logged = '';
  articles = ['news/a', 'board/b'];
  stopping = new AbortController();
});
afterEach(async () => {
  stopping.abort();
  await rm(folder, { recursive: true, force: true });
});

const write = (text: string) => writeFile(join(folder, 'scopes.yaml'), text);
const removed = () => rm(join(folder, 'scopes.yaml'));

async function follow(isRequired = false) {
  const scopes = await followRules({
    file: join(folder, 'scopes.yaml'),
    isRequired,
    corpusDir: join(folder, 'corpus'),
    articleIds: () => articles,
    log: createLog(
      { level: 'info', secrets: [] },
      {
        write: (line: string) => {
          logged += line;
        },
      },
    ),
    signal: stopping.signal,
    lookEveryMs: 10,
  });
  const seen = () => articles.filter((id) => shows(scopes.at(PLACE), id));
  return { scopes, seen };
}

describe('the rules', () => {
  it('show everything where there is no file, until there is one', async () => {
    const { seen } = await follow();
    expect(seen()).toEqual(['news/a', 'board/b']);
    await write('default: [news]');
    await expect.poll(seen).toEqual(['news/a']);
  });

  it('must be there where the setting names them', async () => {
    await expect(follow(true)).rejects.toThrow(/^SCOPES=.*scopes\.yaml is not there: write it/u);
  });

  it('end the start where they have a mistake', async () => {
    await write('default: [nws]');
    await expect(follow()).rejects.toThrow(
      'scopes.yaml, line 1: default names the folder "nws", which is not there: did you mean "news"?',
    );
  });

  it('are read again when they change', async () => {
    await write('default: [news]');
    const { seen } = await follow();
    await write('default: [board, empty]');
    await expect.poll(seen).toEqual(['board/b']);
    expect(logged).toContain('who sees what was read again');
  });

  it('stay as they were where a new version has mistakes, which are logged once', async () => {
    await write('default: [news]');
    const { scopes, seen } = await follow();
    await write('default: [news]\nroles: [x]\n');
    await expect.poll(() => scopes.isOutdated).toBe(true);
    expect(seen()).toEqual(['news/a']);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(logged.match(/scopes\.yaml, line 2: roles must name ids/gu)).toHaveLength(1);
    await write('default: [board]');
    await expect.poll(seen).toEqual(['board/b']);
    expect(scopes.isOutdated).toBe(false);
  });

  it('stay as they were when the file is taken away: that opens nothing', async () => {
    await write('default: [news]');
    const { scopes, seen } = await follow();
    await removed();
    await expect.poll(() => scopes.isOutdated).toBe(true);
    expect(seen()).toEqual(['news/a']);
    expect(logged).toContain('scopes.yaml is gone: put it back.');
  });

  it('are taken once a folder that they name has articles', async () => {
    await write('default: [news]');
    const { scopes, seen } = await follow();
    await write('default: [later]');
    await expect.poll(() => scopes.isOutdated).toBe(true);
    articles = ['news/a', 'later/c'];
    await expect.poll(seen).toEqual(['later/c']);
  });
});
