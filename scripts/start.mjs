// Plain JavaScript: the program itself is compiled once, so that it starts sooner.
import { importCompiled } from '../src/runtime/import-compiled.mjs';

await importCompiled(new URL('../src/main.ts', import.meta.url));
