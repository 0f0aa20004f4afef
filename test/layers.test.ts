import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

/**
 * The flow, from the vocabulary to the composition root: each part of `src/` imports only what
 * stands before it, and of that only what is listed.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': [],
  'passage.ts': [],
  runtime: [],
  config: ['errors.ts'],
  corpus: ['errors.ts', 'passage.ts', 'runtime'],
  inference: ['errors.ts', 'passage.ts', 'runtime'],
  store: ['errors.ts', 'passage.ts', 'runtime'],
  indexing: ['errors.ts', 'passage.ts', 'runtime', 'corpus', 'inference', 'store'],
  retrieval: ['errors.ts', 'passage.ts', 'runtime', 'corpus', 'inference', 'store'],
  terminal: ['errors.ts', 'passage.ts', 'inference', 'indexing', 'retrieval'],
  serving: [
    'errors.ts',
    'passage.ts',
    'runtime',
    'config',
    'inference',
    'store',
    'indexing',
    'retrieval',
    'terminal',
  ],
  evaluation: ['errors.ts', 'passage.ts', 'corpus', 'inference', 'store', 'indexing', 'retrieval'],
  discord: ['errors.ts', 'passage.ts', 'runtime', 'corpus', 'store', 'retrieval'],
  sandbox: [],
  'main.ts': ['errors.ts', 'runtime', 'config', 'serving', 'terminal', 'discord', 'sandbox'],
};

/** Each of these libraries is known to these parts only. */
const ONLY_KNOWN_TO: Readonly<Record<string, readonly string[]>> = {
  '@xenova/transformers': ['inference'],
  // It is reached through transformers.js.
  'onnxruntime-node': [],
  vectra: ['store'],
  'discord.js': ['discord', 'sandbox'],
  '@discordjs/ws': ['discord'],
};

interface Import {
  /** Path below `src/` of the importing file. */
  file: string;
  /** The first step of that path. */
  layer: string;
  /** As written after `from`, or in `import(…)`. */
  target: string;
}

const imports = sourceFiles().flatMap(importsOf);

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(SRC, file), 'utf8');
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
    expect(imports.filter(isRelative).length).toBeGreaterThan(500);
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
