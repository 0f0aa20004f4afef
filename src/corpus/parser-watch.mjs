// Watches over a process that parses articles, from a thread of its own: while an article keeps
// the main thread busy, that one can neither look at the time nor hear that the parent is gone.
import { workerData } from 'node:worker_threads';

const LOOK_EVERY_MS = 50;

const { began, limitMs } = workerData;
const parent = process.ppid;

// Time of the processor, not of the clock: on a busy machine an article gets little of it, and
// that is not its fault.
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  const { user, system } = process.cpuUsage();
  const since = Atomics.load(began, 0);
  if (since >= 0 && (user + system) / 1_000 - since > limitMs) {
    process.kill(process.pid, 'SIGVTALRM');
  }
}, LOOK_EVERY_MS);
