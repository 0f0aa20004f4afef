// Plain JavaScript, because it is what loads TypeScript. tsx compiles each file by itself while it is
// imported, through another thread: 0.7 s of processor time for a command of 100 files. Here a
// command is compiled into one file when it is first run, and when one of its files has changed.
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/pullquote');
/** A build may still be in use by a command that began before the next one was made. */
const KEPT_MS = 24 * 60 * 60 * 1_000;

/**
 * Imports a TypeScript file of this program, with all that it imports. Most packages are left to
 * Node, and `import.meta.url` and `import.meta.dirname` stay those of each source file.
 *
 * @param {URL} entry
 * @returns {Promise<any>} its exports
 */
export async function importCompiled(entry) {
  const file = fileURLToPath(entry);
  const folder = join(CACHE, relative(ROOT, file).replace(/\W+/g, '-'));
  let build = readBuild(folder);
  if (!build) {
    try {
      build = await compile(file, folder);
    } catch (error) {
      // Where nothing can be kept, as in a program that another user installed, tsx does as well.
      if (error.syscall === undefined) throw error;
      const { tsImport } = await import('tsx/esm/api');
      return tsImport(entry.href, import.meta.url);
    }
  }
  return import(pathToFileURL(join(folder, build)).href);
}

/** The compiled file below a folder; undefined where there is none of the sources as they are now. */
function readBuild(folder) {
  try {
    const { build, sources } = JSON.parse(readFileSync(join(folder, 'current.json'), 'utf8'));
    statSync(join(folder, build));
    return Object.entries(sources).every(([file, state]) => stateOf(file) === state)
      ? build
      : undefined;
  } catch {
    return undefined;
  }
}

/** What changes with a file, without reading it. */
function stateOf(file) {
  const { mtimeMs, size } = statSync(join(ROOT, file));
  return `${mtimeMs} ${size}`;
}

/** Compiles a file into a folder of its own, and only then names that the current build. */
async function compile(entry, folder) {
  const esbuild = await import('esbuild');
  // package.json changes with the packages that are compiled too.
  const others = [relative(ROOT, fileURLToPath(import.meta.url)), 'package.json'];
  const sources = Object.fromEntries(others.map((file) => [file, stateOf(file)]));
  const { outputFiles } = await esbuild.build({
    entryPoints: { entry },
    outdir: '/',
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    plugins: [keepUrls(sources), compiledPackages],
  });
  const hash = createHash('sha256');
  for (const { path, contents } of outputFiles) hash.update(path).update(contents);
  const name = hash.digest('hex').slice(0, 16);

  // What is there under this name is the same, or half of it.
  const temporary = join(folder, `${process.pid}.tmp`);
  mkdirSync(join(folder, name), { recursive: true });
  for (const { path, contents } of outputFiles) {
    writeFileSync(temporary, contents);
    renameSync(temporary, join(folder, name, basename(path)));
  }
  const build = join(name, 'entry.mjs');
  writeFileSync(temporary, JSON.stringify({ build, sources }));
  renameSync(temporary, join(folder, 'current.json'));
  removeOld(folder, name);
  return build;
}

/** Keeps `import.meta.url` that of each source, and notes the state of those that may change. */
function keepUrls(sources) {
  return {
    name: 'urls of the sources',
    setup({ onLoad }) {
      onLoad({ filter: /\.[jt]s$/ }, ({ path }) => {
        const isOurs = path.endsWith('.ts');
        const file = relative(ROOT, path);
        // Before it is read: a change meanwhile makes the build out of date.
        if (isOurs) sources[file] = stateOf(file);
        const url = JSON.stringify(pathToFileURL(path).href);
        const contents = readFileSync(path, 'utf8')
          .replaceAll('import.meta.url', url)
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
        return { contents, loader: isOurs ? 'ts' : 'js' };
      });
    },
  };
}

/**
 * Packages that are compiled too, as it takes so long to load them as they are: zod has a hundred
 * files, those that read Markdown have sixty between them, and transformers.js imports the runtime
 * for browsers, 0.1 s of each process for nothing. Workspace packages are TypeScript.
 */
const compiledPackages = {
  name: 'packages that are compiled too',
  setup({ onLoad, onResolve }) {
    const filter =
      /^(?:@pullquote\/|zod$|@xenova\/transformers\/|(?:mdast|unist|micromark)-|micromark$|decode-named-character-reference$)/;
    onResolve({ filter }, ({ path, importer }) => ({
      path: createRequire(importer).resolve(path),
    }));
    onResolve({ filter: /^onnxruntime-web$/ }, ({ path }) => ({ path, namespace: 'nothing' }));
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export default {};' }));
  },
};

function removeOld(folder, current) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name === current || name === 'current.json') continue;
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true });
  }
}
