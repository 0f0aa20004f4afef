import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeptQuestions } from '../../../src/discord/questions/kept-questions.ts';

const DAY = 86_400_000;
const log = pino({}, { write: (line) => logged.push(JSON.parse(line)) });
let logged: Record<string, unknown>[] = [];
let folder: string;
let file: string;
beforeEach(async () => {
  logged = [];
  folder = await mkdtemp(join(tmpdir(), 'pullquote-kept-'));
  file = join(folder, 'questions.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (days: number, now = 0) => KeptQuestions.open(file, days, log, () => now);
const missed = (userId: string, question: string, guildId: string | null = 'g') => ({
  guildId,
  userId,
  question,
  why: 'missed' as const,
});

describe('KeptQuestions', () => {
  it('writes nothing at all when questions are not kept', async () => {
    const kept = await open(0);
    expect(await kept.keep(missed('1', 'Why?'))).toBe(false);
    expect(await readdir(folder)).toEqual([]);
  });

  it('lists the questions of one server, the most frequent first, after a restart too', async () => {
    const kept = await open(7);
    await kept.keep(missed('1', 'Rare?'));
    await kept.keep(missed('1', 'Often?'));
    await kept.keep(missed('2', 'often?'));
    await kept.keep(missed('1', 'Elsewhere?', 'other'));
    const again = await open(7);
    expect(again.gaps('g')).toMatchObject([
      { question: 'Often?', times: 2 },
      { question: 'Rare?', times: 1 },
    ]);
  });

  it('keeps no question of a DM', async () => {
    const kept = await open(7);
    expect(await kept.keep(missed('1', 'Secret?', null))).toBe(false);
  });

  it('deletes what is too old from the file', async () => {
    const kept = await open(7);
    await kept.keep(missed('1', 'Old?'));
    const later = await open(7, 8 * DAY);
    expect(later.gaps('g')).toEqual([]);
    expect(await readFile(file, 'utf8')).toBe('[]');
  });

  it('deletes everything from the file when questions are no longer kept', async () => {
    await (await open(7)).keep(missed('1', 'Old?'));
    await open(0);
    expect(await readFile(file, 'utf8')).toBe('[]');
  });

  it('forgets a member', async () => {
    const kept = await open(7);
    await kept.keep(missed('1', 'Mine?'));
    await kept.keep(missed('2', 'Yours?'));
    expect(await kept.forget('1')).toBe(1);
    expect(await readFile(file, 'utf8')).not.toContain('Mine?');
    expect(kept.gaps('g')).toMatchObject([{ question: 'Yours?' }]);
  });

  it.each([
    '{"broken":',
    '[{"at":1}]',
    'null',
  ])('puts a file aside that is damaged, as %s, and says so in one line', async (text) => {
    await writeFile(file, text);
    const kept = await open(7);
    expect(kept.gaps('g')).toEqual([]);
    await kept.keep(missed('1', 'New?'));
    const [aside = '', ...others] = (await readdir(folder)).sort().reverse();
    expect(aside).toMatch(/^questions\.json\.damaged-\d{4}-\d\d-\d\d/u);
    expect(others).toEqual(['questions.json']);
    expect(await readFile(join(folder, aside), 'utf8')).toBe(text);
    expect(logged).toHaveLength(1);
    expect(logged[0]?.msg).toContain(aside);
  });

  it('overwrites nothing that it can neither read nor put aside', async () => {
    // A folder in the way, as a file that the bot may not read cannot be had by root.
    await mkdir(join(file, 'full'), { recursive: true });
    vi.spyOn(Date.prototype, 'toISOString').mockReturnValue('now');
    await mkdir(join(`${file}.damaged-now`, 'full'), { recursive: true });
    const kept = await open(7);
    expect(await kept.keep(missed('1', 'New?'))).toBe(false);
    expect(kept.gaps('g')).toHaveLength(1);
    expect(await readdir(file)).toEqual(['full']);
    expect(logged).toHaveLength(1);
    vi.restoreAllMocks();
  });

  it('goes on where the file cannot be written, and logs that once', async () => {
    const kept = await open(7);
    await mkdir(file);
    expect(await kept.keep(missed('1', 'One?'))).toBe(false);
    expect(await kept.keep(missed('1', 'Two?'))).toBe(false);
    expect(kept.gaps('g')).toHaveLength(2);
    expect(logged.map(({ level }) => level)).toEqual([50]);
    await rm(file, { recursive: true });
    expect(await kept.keep(missed('1', 'Three?'))).toBe(true);
    expect((await open(7)).gaps('g')).toHaveLength(3);
  });

  it('does not say that it forgot somebody whose questions are still on disk', async () => {
    const kept = await open(7);
    await kept.keep(missed('1', 'Mine?'));
    await rm(file);
    await mkdir(file);
    await expect(kept.forget('1')).rejects.toThrow('cannot be deleted');
    await rm(file, { recursive: true });
    expect(await kept.forget('1')).toBe(1);
  });

  it('deletes from the file by itself what expires, without another question', async () => {
    const days = 300 / DAY;
    const kept = await KeptQuestions.open(file, days, log);
    await kept.keep(missed('1', 'Soon old?'));
    expect(await readFile(file, 'utf8')).toContain('Soon old?');
    await vi.waitFor(async () => expect(await readFile(file, 'utf8')).toBe('[]'), 5_000);
  });

  it('keeps once what a member asks again and again', async () => {
    const kept = await open(7);
    for (const question of ['Why?', 'why?', 'WHY?']) await kept.keep(missed('1', question));
    expect(kept.gaps('g')).toMatchObject([{ times: 1 }]);
    expect(await kept.forget('1')).toBe(1);
  });

  it('lets one member push out nobody but themselves', async () => {
    const kept = await open(7);
    await kept.keep(missed('1', 'Of somebody else?'));
    for (let i = 0; i < 150; i++) await kept.keep(missed('2', `Flood ${i}?`));
    const questions = kept.gaps('g').map(({ question }) => question);
    expect(questions).toHaveLength(101);
    expect(questions).toContain('Of somebody else?');
    expect(questions).toContain('Flood 149?');
    expect(questions).not.toContain('Flood 0?');
  });

  it('lets many members together push out what the busiest of them asked', async () => {
    const at = Date.now();
    const records = Array.from({ length: 10_000 }, (_, i) => ({
      ...missed(String(i % 100), `Question ${i}?`),
      at: at + i,
    }));
    records[0] = { ...missed('quiet', 'Rare?'), at: at - 1 };
    await writeFile(file, JSON.stringify(records));
    const kept = await KeptQuestions.open(file, 7, log);
    await kept.keep(missed('new', 'New?'));
    const questions = kept.gaps('g').map(({ question }) => question);
    expect(questions).toHaveLength(10_000);
    expect(questions).toContain('Rare?');
  });
});
