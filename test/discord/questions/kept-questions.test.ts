import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeptQuestions } from '../../../src/discord/questions/kept-questions.ts';

const DAY = 86_400_000;
const log = pino({ level: 'silent' });
let folder: string;
let file: string;
beforeEach(async () => {
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

  it('puts a file aside that it cannot read', async () => {
    await writeFile(file, '{"broken":');
    const kept = await open(7);
    expect(kept.gaps('g')).toEqual([]);
    expect(await readdir(folder)).toEqual(['questions.json.broken']);
  });
});
