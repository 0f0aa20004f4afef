import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ARTICLES, newFolder, put } from '../indexing/support.ts';
import { LONG_CORPUS } from '../program.ts';
import { expectGone, Running } from './commands.ts';

/** "At once" for a person, with room for a machine that is busy. */
const AT_ONCE_MS = 3_000;

const QUESTION = JSON.stringify({
  question: 'How high did the river rise?',
  article: 'long',
  paragraph: 8,
  answer: '7 metres',
});

async function place() {
  const cwd = await newFolder({ 'questions.jsonl': QUESTION });
  await put(cwd, LONG_CORPUS);
  return cwd;
}

async function expectToEnd(command: Running): Promise<void> {
  const children = command.children();
  const began = performance.now();
  const { code, stderr } = await command.pressCtrlC();
  expect(code, stderr).toBe(130);
  expect(performance.now() - began).toBeLessThan(AT_ONCE_MS);
  expect(stderr).not.toContain('fault');
  await expectGone(children);
}

describe.each<['ask' | 'embed' | 'evaluate', string[]]>([
  ['ask', ['How high?']],
  ['embed', []],
  ['evaluate', ['--questions', 'questions.jsonl', '--corpus', 'corpus']],
])('Ctrl-C ends npm run %s at once with 130, and its child processes,', (script, args) => {
  it('while it starts', async () => {
    const command = new Running(script, args, { cwd: await place() });
    while (command.children().length === 0) await sleep(10);
    await expectToEnd(command);
  });

  it('while it embeds', async () => {
    const command = new Running(script, args, { cwd: await place() });
    await command.says(/embed/i);
    await expectToEnd(command);
  });
});

it('Ctrl-C ends npm run ask at once while it waits for a question', async () => {
  const cwd = await newFolder();
  await put(join(cwd, 'corpus'), ARTICLES);
  const command = new Running('ask', ['-'], { cwd, isOpen: true });
  command.process.stdin?.write('When was the stone bridge opened?\n');
  await command.says(/4 June 1871/);
  await expectToEnd(command);
});
