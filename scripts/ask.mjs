// Plain JavaScript: the command itself is compiled once, so that an answer comes sooner.
import { importCompiled } from '../src/runtime/import-compiled.mjs';

await importCompiled(new URL('./ask.ts', import.meta.url));
