import { SingleBar } from 'cli-progress';
import type { EmbedProgress } from '../inference/types.ts';

/** Where there is no terminal to draw a bar on, a line is printed so often. */
const LINE_EVERY_MS = 5_000;

export interface Progress {
  update(progress: EmbedProgress): void;
  /** Clears the bar away. */
  stop(): void;
}

/** Shows how embedding goes on: a bar on a terminal, now and then a plain line elsewhere. */
export function showProgress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? bar(stream) : lines(stream);
}

function bar(stream: NodeJS.WriteStream): Progress {
  const single = new SingleBar({
    stream,
    format: 'Embedding {bar} {value}/{total} passages · {rate}/s · {left} left',
    barsize: 30,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
  });
  let started = 0;
  return {
    update({ done, total }) {
      if (!started) {
        started = performance.now();
        single.start(total, 0, { rate: '–', left: '–' });
      }
      const { rate, left } = speed(started, done, total);
      single.update(done, { rate, left });
    },
    stop: () => single.stop(),
  };
}

function lines(stream: NodeJS.WritableStream): Progress {
  let started = 0;
  let printed = 0;
  return {
    update({ done, total }) {
      const now = performance.now();
      if (!started) {
        started = now;
        printed = now;
        stream.write(`Embedding ${total} passages …\n`);
      }
      if (now - printed < LINE_EVERY_MS && done < total) return;
      printed = now;
      const { rate, left } = speed(started, done, total);
      stream.write(`Embedded ${done}/${total} passages, ${rate}/s, ${left} left\n`);
    },
    stop() {},
  };
}

function speed(started: number, done: number, total: number): { rate: string; left: string } {
  const seconds = (performance.now() - started) / 1_000;
  if (done === 0 || seconds === 0) return { rate: '–', left: '–' };
  const rate = done / seconds;
  return { rate: rate.toFixed(0), left: duration((total - done) / rate) };
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
