// Plain JavaScript: the command itself is compiled once, so that it starts sooner.
import { importCompiled } from '../src/runtime/import-compiled.mjs';

await importCompiled(new URL('./embed.ts', import.meta.url));
