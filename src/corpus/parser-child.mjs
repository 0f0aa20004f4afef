// A process that parses articles. Plain JavaScript, because what it runs is compiled once: with tsx
// it would start a third of a second later.
import { Worker } from 'node:worker_threads';
import { importCompiled } from '../runtime/import-compiled.mjs';

// Ctrl-C reaches the whole process group; it is the parent that decides.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());

const limitMs = Number(process.argv[2]);
const began = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
const watch = new URL('./parser-watch.mjs', import.meta.url);
new Worker(watch, { workerData: { began, limitMs } }).unref();

const { serveParser } = await importCompiled(new URL('./serve-parser.ts', import.meta.url));
serveParser(began);
