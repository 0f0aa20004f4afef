import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const DISCORD = resolve(import.meta.dirname, '../../src/discord');

/** The parts of `src/discord`, each above all that it imports: nothing leads back up. */
const ORDER = [
  'open-work.ts',
  'text',
  'locales',
  'buttons',
  'conversation',
  'message',
  'catalogue',
  'questions',
  'sending',
  'adding',
  'bot.ts',
  'turn',
  'render',
  'connection',
  'commands',
  'handle',
  'create-bot.ts',
];

const files = readdirSync(DISCORD, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, source: readFileSync(join(DISCORD, path), 'utf8') }));

/** The imports of a file that lead to a part above its own. */
function upward({ path, source }: { path: string; source: string }): string[] {
  const place = (file: string) => ORDER.indexOf(file.split('/')[0] ?? '');
  const targets = Array.from(source.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'(\.[^']+)'/gu))
    .map(([, target = '']) => relative(DISCORD, resolve(dirname(join(DISCORD, path)), target)))
    .filter((target) => !target.startsWith('..'));
  return targets.filter((target) => place(target) > place(path));
}

describe('the parts of src/discord', () => {
  it('are all in the list', () => {
    expect(readdirSync(DISCORD).sort()).toEqual([...ORDER].sort());
  });

  it('import nothing that stands after them in it', () => {
    expect(files.flatMap((file) => upward(file).map((to) => `${file.path} → ${to}`))).toEqual([]);
  });

  it('would be caught if they did', () => {
    const source = "import { handleAsk } from '../handle/ask.ts';";
    expect(upward({ path: 'render/answer.ts', source })).toEqual(['handle/ask.ts']);
  });

  it('keep no state in a module: what a bot knows goes with the bot', () => {
    const state =
      /^(?:export )?(?:let|var) .*|^(?:export )?const \w+ = new (?:\w*Map|\w*Set|\w*Cache)\b.*/gmu;
    const found = files.flatMap(({ path, source }) =>
      Array.from(source.matchAll(state), ([line]) => `${path}: ${line}`),
    );
    expect(found).toEqual([]);
  });
});
