// A child process of the inference. Plain JavaScript, because what it runs is compiled once: with tsx
// it would start half a second later.
import { importCompiled } from '../runtime/import-compiled.mjs';

// Ctrl-C reaches the whole process group, and so may SIGTERM; it is the parent that decides.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

const { serve } = await importCompiled(new URL('./child/serve.ts', import.meta.url));
serve();
