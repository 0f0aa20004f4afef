import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Those that the README names for whoever runs the program. */
const COMMANDS = ['start', 'ask', 'embed', 'evaluate'] as const;

/** Packages of this repository begin with it, and are in a folder of this name. */
const OWN_PACKAGES = '@pullquote/';

interface Manifest {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  exports: string;
}

const manifestIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

const { scripts, dependencies } = manifestIn(ROOT);

/** What a file asks for when it runs: imports but for types, and files that it starts. */
const REQUESTS = [
  /^(?:import|export)\s+(?!type\b)[^;'"]*?from\s+'(?<what>[^']+)'/gmu,
  /^import\s+'(?<what>[^']+)'/gmu,
  /\b(?:import|require|require\.resolve)\(\s*'(?<what>[^']+)'\s*\)/gu,
  /\bnew URL\(\s*'(?<what>\.[^']+\.(?:ts|mjs))'\s*,\s*import\.meta\.url/gu,
];

function requestsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return REQUESTS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ groups }) => groups?.what ?? ''),
  );
}

/** The packages that a file needs, with all that it imports, by the file that asks for them first. */
function packagesOf(entry: string): Map<string, string> {
  const packages = new Map<string, string>();
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    for (const request of requestsOf(file)) {
      if (request.startsWith('.')) visit(resolve(dirname(file), request));
      else if (!request.startsWith('node:')) {
        const name = request.split('/', request.startsWith('@') ? 2 : 1).join('/');
        if (!packages.has(name)) packages.set(name, file);
      }
    }
  };
  visit(entry);
  return packages;
}

function undeclared(packages: Map<string, string>, declared: Record<string, string>) {
  return [...packages].filter(([name]) => !(name in declared) && !builtinModules.includes(name));
}

it.each(COMMANDS)('npm run %s needs no package that a production install leaves out', (command) => {
  const [, loader = '', entry = ''] = /--import (\S+) (\S+)$/u.exec(scripts[command] ?? '') ?? [];
  const packages = packagesOf(join(ROOT, entry)).set(loader, 'package.json');
  expect(packages.size).toBeGreaterThan(10);
  expect(undeclared(packages, dependencies)).toEqual([]);
});

it('npm start needs none of those for the sandbox either', () => {
  const names = [...packagesOf(join(ROOT, 'src/main.ts')).keys()];
  const [name = ''] = names.filter((one) => one.startsWith(OWN_PACKAGES));
  const folder = join(ROOT, 'packages', name.slice(OWN_PACKAGES.length));
  const { exports, dependencies: its } = manifestIn(folder);
  const packages = packagesOf(join(folder, exports));
  expect([...packages.keys()]).toContain('fastify');
  expect(undeclared(packages, its)).toEqual([]);
});

it('the walk finds what is asked for by child processes and late imports too', () => {
  const packages = packagesOf(join(ROOT, 'scripts/ask.ts'));
  for (const name of ['@xenova/transformers', 'vectra', 'yaml', 'tsx']) {
    expect([...packages.keys()]).toContain(name);
  }
});
