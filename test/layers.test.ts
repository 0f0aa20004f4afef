import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');
/** A workspace package that knows nothing of the bot. */
const SANDBOX = '@pullquote/sandbox';
const SANDBOX_FOLDER = join(ROOT, 'packages/sandbox');

/**
 * The flow, from the vocabulary to the composition root: each part of `src/` imports only what
 * stands before it, and of that only what is listed.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': [],
  'passage.ts': [],
  runtime: [],
  config: ['errors.ts'],
  scopes: ['errors.ts'],
  corpus: ['errors.ts', 'passage.ts', 'runtime'],
  inference: ['errors.ts', 'passage.ts', 'runtime'],
  store: ['errors.ts', 'passage.ts', 'runtime'],
  indexing: ['errors.ts', 'passage.ts', 'runtime', 'corpus', 'inference', 'store'],
  retrieval: ['errors.ts', 'passage.ts', 'runtime', 'corpus', 'inference', 'store'],
  terminal: ['errors.ts', 'passage.ts', 'corpus', 'inference', 'indexing', 'retrieval'],
  fetching: ['errors.ts', 'passage.ts', 'corpus'],
  serving: [
    'errors.ts',
    'passage.ts',
    'runtime',
    'config',
    'corpus',
    'fetching',
    'inference',
    'store',
    'indexing',
    'retrieval',
    'terminal',
  ],
  report: [],
  evaluation: [
    'errors.ts',
    'passage.ts',
    'runtime',
    'corpus',
    'inference',
    'store',
    'indexing',
    'retrieval',
    'report',
  ],
  benchmark: [
    'errors.ts',
    'passage.ts',
    'runtime',
    'config',
    'corpus',
    'inference',
    'store',
    'indexing',
    'retrieval',
    'report',
    'evaluation',
  ],
  discord: ['errors.ts', 'passage.ts', 'runtime', 'scopes', 'corpus', 'store', 'retrieval'],
  operations: ['passage.ts', 'serving', 'store', 'discord'],
  'main.ts': [
    'errors.ts',
    'runtime',
    'config',
    'scopes',
    'serving',
    'terminal',
    'discord',
    'operations',
  ],
};

/** Each of these libraries is known to these parts only. */
const ONLY_KNOWN_TO: Readonly<Record<string, readonly string[]>> = {
  // The benchmark runs what others would use in our place.
  '@xenova/transformers': ['inference', 'benchmark'],
  // It is reached through transformers.js.
  'onnxruntime-node': [],
  vectra: ['store', 'benchmark'],
  pg: ['store'],
  'discord.js': ['discord'],
  [SANDBOX]: ['main.ts'],
  '@discordjs/ws': ['discord'],
  'prom-client': ['operations'],
};

interface Import {
  /** Path below the folder that was searched (`src/`) of the importing file. */
  file: string;
  /** The first step of that path. */
  layer: string;
  /** As written after `from`, or in `import(…)`. */
  target: string;
}

const imports = importsIn(SRC);

function importsIn(folder: string): Import[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => path.endsWith('.ts')).flatMap((file) => importsOf(folder, file));
}

function importsOf(folder: string, file: string): Import[] {
  const source = readFileSync(join(folder, file), 'utf8');
  const [layer = ''] = file.split('/');
  const written = source.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g);
  return Array.from(written, ({ 1: target = '' }) => ({ file, layer, target }));
}

/** The part of `src/` that a relative import leads to. */
function layerOf({ file, target }: Import): string {
  return relative(SRC, resolve(dirname(join(SRC, file)), target)).split('/')[0] ?? '';
}

const isRelative = ({ target }: Import) => target.startsWith('.');
const told = ({ file, target }: Import) => `${file} imports ${target}`;

describe('the parts of src', () => {
  it('are all in the list of layers', () => {
    expect(readdirSync(SRC).sort()).toEqual(Object.keys(LAYERS).sort());
  });

  it('are listed after everything that they may import', () => {
    const order = Object.keys(LAYERS);
    for (const [layer, allowed] of Object.entries(LAYERS)) {
      for (const one of allowed) expect(order.indexOf(one)).toBeLessThan(order.indexOf(layer));
    }
  });

  it('import only what the list allows', () => {
    expect(imports.filter(isRelative).length).toBeGreaterThan(400);
    const wrong = imports
      .filter(isRelative)
      .filter((one) => layerOf(one) !== one.layer)
      .filter((one) => !LAYERS[one.layer]?.includes(layerOf(one)));
    expect(wrong.map(told)).toEqual([]);
  });

  it('leave each large library to the part that wraps it', () => {
    for (const [library, owners] of Object.entries(ONLY_KNOWN_TO)) {
      const using = imports.filter(
        ({ target }) => target === library || target.startsWith(`${library}/`),
      );
      expect(new Set(using.map(({ layer }) => layer))).toEqual(new Set(owners));
    }
  });
});

describe('the sandbox', () => {
  it('is asked for late, where there is no token, and for its types', () => {
    const source = readFileSync(join(SRC, 'main.ts'), 'utf8');
    const lines = source.split('\n').filter((line) => line.includes(`'${SANDBOX}'`));
    expect(lines).not.toEqual([]);
    for (const line of lines) expect(line).toMatch(/^import type |\bawait import\(/);
  });

  it('imports nothing from outside its own package', () => {
    const inside = importsIn(join(SANDBOX_FOLDER, 'src'));
    expect(inside.length).toBeGreaterThan(100);
    const leading = inside
      .filter(isRelative)
      .filter(({ file, target }) => join('src', dirname(file), target).startsWith('..'));
    expect(leading.map(told)).toEqual([]);
  });

  it('declares every package that it imports', () => {
    const path = join(SANDBOX_FOLDER, 'package.json');
    const { dependencies } = JSON.parse(readFileSync(path, 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const names = importsIn(join(SANDBOX_FOLDER, 'src'))
      .filter((one) => !isRelative(one) && !one.target.startsWith('node:'))
      .map(({ target }) => target.split('/', target.startsWith('@') ? 2 : 1).join('/'));
    expect([...new Set([...names, 'discord-api-spec'])].sort()).toEqual(
      Object.keys(dependencies).sort(),
    );
  });
});
