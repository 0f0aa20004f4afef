// A process that parses articles. Plain JavaScript, because tsx's CommonJS hook loads TypeScript
// without the time that its ES module loader takes for each import.
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

// Ctrl-C reaches the whole process group; it is the parent that decides.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());

const limitMs = Number(process.argv[2]);
const began = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
const watch = new URL('./parser-watch.mjs', import.meta.url);
new Worker(watch, { workerData: { began, limitMs } }).unref();

const require = createRequire(import.meta.url);
require('tsx/cjs');
require('./serve-parser.ts').serveParser(began);
