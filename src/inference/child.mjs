// A child process of the inference. Plain JavaScript, because with tsx's ES module loader each
// import takes twice as long: the library comes first, without it, and the TypeScript is then read
// through tsx's CommonJS hook. That is 200 ms less of the half second that a start takes.
import { createRequire } from 'node:module';

// Ctrl-C reaches the whole process group, and so may SIGTERM; it is the parent that decides.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

await import('@xenova/transformers/src/tokenizers.js');

const require = createRequire(import.meta.url);
require('tsx/cjs');
require('./child/serve.ts').serve();
