import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { folderWith } from './folder.ts';

const script = resolve('scripts/evaluate.ts');
const tsx = import.meta.resolve('tsx');
const run = promisify(execFile);

const squad = JSON.stringify({
  data: [
    {
      title: 'Lighthouse',
      paragraphs: [
        {
          context: 'The lighthouse was built in 1871 by Anna Holm. It is 31 metres high.',
          qas: [
            {
              id: '1',
              question: 'When was the lighthouse built?',
              answers: [{ text: '1871', answer_start: 28 }],
            },
            { id: '2', question: 'Who bought the lighthouse?', answers: [], is_impossible: true },
          ],
        },
        { context: 'Its lamp burned whale oil until electricity came.', qas: [] },
      ],
    },
    {
      title: 'Bakery',
      paragraphs: [
        {
          context: 'The bakery opens at five in the morning and sells rye bread.',
          qas: [
            {
              id: '3',
              question: 'When does the bakery open?',
              answers: [{ text: 'five', answer_start: 20 }],
            },
          ],
        },
      ],
    },
  ],
});

/** Runs the command in a folder of its own, where it also keeps its cache. */
async function evaluate(cwd: string, ...options: string[]) {
  const done = await run(process.execPath, ['--import', tsx, script, ...options], { cwd }).then(
    (output) => ({ ...output, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  );
  return { code: done.code, stdout: done.stdout, stderr: done.stderr };
}

describe('npm run evaluate', () => {
  it('measures a set, reports it, compares it with itself and holds it to its floors', async () => {
    const cwd = folderWith({
      'dev.json': squad,
      'floors.json': '{"stages.reranked.recall@1": 1, "quotes.longest": {"max": 10}}',
    });
    const set = ['--questions', 'dev.json', '--json'];
    const first = await evaluate(cwd, ...set, '--out', 'out/run.json', '--without-gold');
    expect(first).toMatchObject({ code: 0 });
    expect(JSON.parse(first.stdout)).toMatchObject({
      questions: 3,
      passages: 3,
      stages: { reranked: { 'recall@1': 1 } },
      quotes: { verbatim: 1 },
      left: 0,
    });

    const second = await evaluate(
      cwd,
      ...set,
      '--held-out',
      '0.5',
      '--seeds',
      '1',
      '--against',
      'out/run.json',
      '--report',
      'out/report.html',
      '--floors',
      'floors.json',
    );
    expect(second.stderr).not.toContain('embedding');
    expect(second.stderr).toMatch(/^quotes\.longest is \d+\.0000, above 10\.$/m);
    expect(second.code).toBe(1);
    const { against, abstention } = JSON.parse(second.stdout);
    expect(against.pairs).toBe(3);
    expect(against.differences['stages.reranked.recall@1'].interval).toEqual([0, 0]);
    expect(abstention.tests.held_out.auroc).toBe(1);
    expect(readFileSync(join(cwd, 'out/report.html'), 'utf8')).toContain('<svg');
  }, 120_000);

  it('asks as people type, beside the same questions as they are written', async () => {
    const cwd = folderWith({ 'dev.json': squad });
    const how = ['--questions', 'dev.json', '--kinds', 'answerable', '--perturb', 'typo'];
    const { code, stdout } = await evaluate(cwd, ...how, '--json', '--out', 'run.json');
    expect(code).toBe(0);
    const { set, questions, against } = JSON.parse(stdout);
    expect({ set, questions, pairs: against.pairs }).toEqual({
      set: expect.stringMatching(/, typo$/),
      questions: 2,
      pairs: 2,
    });
    const { outcomes } = JSON.parse(readFileSync(join(cwd, 'run.json'), 'utf8'));
    for (const { question, asked } of outcomes) expect(asked).not.toBe(question);
  }, 120_000);

  it('says in one line which ways of asking there are', async () => {
    const { code, stdout, stderr } = await evaluate(folderWith({}), '--perturb', 'shout');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^[^\n]*--perturb[^\n]*typo, lower, keywords[^\n]*\n$/);
  });

  it('says a mistake in one line and ends with code 1', async () => {
    const cwd = folderWith({ 'dev.json': '{"data": []}' });
    const { code, stdout, stderr } = await evaluate(cwd, '--questions', 'dev.json');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^dev\.json: data: .+\n$/);
  });
});
