import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { STATUSES } from '../../src/passage.ts';
import { ARTICLES, newFolder, put } from '../indexing/support.ts';
import { expectMistake, type Finished, Running, run } from './commands.ts';

const span = { start: z.int(), end: z.int(), text: z.string() };

/** What `--json` promises, and nothing else. */
const jsonAnswer = z.strictObject({
  question: z.string(),
  status: z.enum(STATUSES),
  confidence: z.number().min(0).max(1),
  quotes: z.array(
    z.strictObject({
      article: z.strictObject({
        id: z.string(),
        file: z.string(),
        title: z.string(),
        authors: z.array(z.string()),
        date: z.iso.date().nullable(),
        url: z.url().nullable(),
      }),
      paragraph: z.int().min(1),
      ...span,
      marked: z.strictObject(span),
      score: z.number().min(0).max(1),
    }),
  ),
  nearest: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  milliseconds: z.number().min(0),
  citation: z
    .strictObject({
      asked: z.enum(['authors', 'date']),
      article: z.strictObject({ id: z.string(), title: z.string() }),
      says: z.union([z.array(z.string()), z.iso.date(), z.null()]),
    })
    .optional(),
});

/** Every line must be such an object. */
function answersOf({ stdout }: Finished) {
  expect(stdout.endsWith('\n')).toBe(true);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => jsonAnswer.parse(JSON.parse(line)));
}

/** A mark, line ends and characters that would shift an offset counted in another way. */
const DECODED = `🌊 The tide mill 👩🏽‍🔧\r\n\r\n${[
  'The tide mill of Orsund 🦀 ground its first flour in 1704, e\u0301tage by e\u0301tage. Nobody lives there now.',
  'A storm took its roof in the spring of 1962 \u{1F32A}, and sheep have slept in it ever since, שלום.',
].join('\r\n\r\n')}\r\n`;
const FILES = { ...ARTICLES, 'tide-mill.txt': `\ufeff${DECODED}` };

const MILL = 'When did the tide mill of Orsund grind its first flour?';
const BRIDGE = 'When was the stone bridge across the Wend opened?';
const NOWHERE = 'Which striker won the football cup for Brazil?';

let cwd: string;
let corpus: string;
let first: Finished;
beforeAll(async () => {
  cwd = await newFolder();
  corpus = join(cwd, 'corpus');
  await put(corpus, FILES);
  first = await run('ask', [MILL, '--json'], { cwd });
});

describe('npm run ask where there is no index', () => {
  it('makes one first, and tells so on standard error alone', () => {
    expect(first.stderr).toMatch(
      /^Embedding 10 passages …\nArticles: 4 added, .*\nIndex: 4 articles/,
    );
    expect(first.stdout).toMatch(/^\{.*\}\n$/);
    expect(first.code).toBe(0);
  });

  it('answers with text that stands in the decoded file at the offsets it gives', async () => {
    const [answer] = answersOf(first);
    expect(answer).toMatchObject({ question: MILL, status: 'answered' });
    expect(answer?.quotes[0]).toMatchObject({
      article: { file: 'tide-mill.txt', date: null, url: null },
      paragraph: 1,
      marked: { text: expect.stringContaining('first flour in 1704, e\u0301tage') },
    });
    for (const { article, start, end, text, marked } of answer?.quotes ?? []) {
      const decoded = new TextDecoder().decode(await readFile(join(corpus, article.file)));
      expect(decoded.slice(start, end)).toBe(text);
      expect(decoded.slice(marked.start, marked.end)).toBe(marked.text);
      expect(marked.start).toBeGreaterThanOrEqual(start);
      expect(marked.end).toBeLessThanOrEqual(end);
    }
    expect(answer?.nearest[0]?.id).toBe('tide-mill');
  });
});

describe.concurrent('npm run ask on an index', () => {
  it('prints for reading what was asked and who says so, without colour where there is no terminal', async () => {
    const finished = await run('ask', ['-', '--top', '1'], { cwd, stdin: `${BRIDGE}\n` });
    expect(finished.stdout.split('\n')).toEqual([
      `? ${BRIDGE}`,
      '',
      expect.stringMatching(/^“The stone bridge across the Wend was opened on 4 June 1871, .*”$/),
      '— The stone bridge of Arlen · Mira Holt, Jon Adeyemi · 17 May 2024 · ¶ 1 · bridges/stone-bridge.md',
      expect.stringMatching(/^ {2}https:\/\/arlen\.example\.org\/bridge#:~:text=The%20stone%20/),
      '',
      '',
    ]);
    expect(finished.stdout).not.toContain('\u001b');
    expect(finished.stderr).toBe('');
    expect(finished.code).toBe(0);
  });

  it('answers from the citation who wrote an article, and ends with 3 where it does not say', async () => {
    const stdin = 'When was A Good Year for Apples published?\nWho wrote The Last Keeper?\n';
    const finished = await run('ask', ['-', '--json'], { cwd, stdin });
    expect(answersOf(finished)).toMatchObject([
      { status: 'cited', citation: { asked: 'date', says: '2024-10-02' } },
      { status: 'cited', citation: { asked: 'authors', says: [] } },
    ]);
    expect(finished.code).toBe(3);
  });

  it('ends with 3 where no article answers, and names the nearest', async () => {
    const { code, stdout } = await run('ask', [NOWHERE], { cwd });
    expect(stdout).toMatch(/^No article answers that\.\nThe nearest articles:\n {2}• .* \(.*\)\n/);
    expect(code).toBe(3);
  });

  it('answers the lines of standard input in turn, and passes over what is no question', async () => {
    const lines = [MILL, '', '???', NOWHERE, BRIDGE];
    const finished = await run('ask', ['-', '--json', '--top', '1'], {
      cwd,
      stdin: lines.join('\n'),
    });
    const answers = answersOf(finished);
    expect(answers.map(({ question }) => question)).toEqual([MILL, NOWHERE, BRIDGE]);
    expect(answers.map(({ status }) => status)).toEqual(['answered', 'missed', 'answered']);
    expect(answers.map(({ quotes }) => quotes.length)).toEqual([1, 0, 1]);
    expect(finished.stderr).toMatch(/^The question "\?\?\?" holds no word.*\n$/);
    expect(finished.code).toBe(1);
  });

  it('searches only the articles that are asked for', async () => {
    const args = ['--article', 'harvest', '--article', 'lighthouse', '--json', '-'];
    const stdin = `${MILL}\nWho kept the light on Skerry Point?\n`;
    const finished = await run('ask', args, { cwd, stdin });
    const [mill, keeper] = answersOf(finished);
    expect(mill?.status).toBe('missed');
    expect(mill?.nearest.map(({ id }) => id)).not.toContain('tide-mill');
    expect(keeper?.quotes[0]?.article.id).toBe('lighthouse');
    expect(finished.code, 'as one of the lines was missed').toBe(3);
  });

  it('tells in one line that there is no such article, with ids that there are', async () => {
    expectMistake(
      await run('ask', [MILL, '--article', 'windmill'], { cwd }),
      /^--article windmill: .* such as bridges\/stone-bridge, harvest, lighthouse\.$/m,
    );
  });

  it('has a --help that lists every option', async () => {
    const { code, stdout } = await run('ask', ['--help'], { cwd });
    for (const option of ['--corpus', '--index', '--article', '--top', '--json', 'Exit codes']) {
      expect(stdout).toContain(option);
    }
    expect(code).toBe(0);
  });
});

describe('npm run ask on a changed corpus', () => {
  it('embeds what changed first, and is silent when its reader has gone', async () => {
    await put(corpus, {
      'heron.md': '# The heron\n\nA heron stands in the mill pond every morning.',
    });
    await rm(join(corpus, 'harvest.txt'));
    const ask = new Running('ask', ['Who stands in the mill pond?', '--json'], { cwd });
    ask.process.stdout?.destroy();
    const { code, stderr } = await ask.done;
    expect(stderr).toMatch(/^Embedding 1 passage …\nArticles: 1 added, 0 changed, 1 removed, /);
    expect(stderr).not.toMatch(/EPIPE|fault/);
    expect(code).toBe(0);
  });
});

describe('npm run ask on a corpus that is gone', () => {
  it('answers from the last good index, and says so in one line', async () => {
    await rm(corpus, { recursive: true });
    const { code, stdout, stderr } = await run('ask', [BRIDGE], { cwd });
    expect(stdout).toContain('opened on 4 June 1871');
    expect(stderr).toMatch(
      /^The corpus folder \S+ does not exist; [^\n]* The last good index, of [^\n]*, answers\.\n$/,
    );
    expect(code).toBe(0);
  });
});
