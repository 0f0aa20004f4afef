import { SingleBar } from 'cli-progress';
import type { EmbedProgress } from '../inference/types.ts';
import { count } from './count.ts';

/** How often a line is printed where there is no terminal to draw a bar on. */
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
  // Whatever ends the process, the terminal must have its cursor back.
  const stop = () => single.stop();
  const speedOf = speedometer();
  let isShown = false;
  return {
    update(progress) {
      if (!isShown) {
        isShown = true;
        process.once('exit', stop);
        single.start(progress.total, 0, { rate: '–', left: '–' });
      }
      single.update(progress.done, speedOf(progress));
    },
    stop() {
      stop();
      process.off('exit', stop);
    },
  };
}

function lines(stream: NodeJS.WritableStream): Progress {
  const speedOf = speedometer();
  let printed: number | undefined;
  return {
    update(progress) {
      const { done, total } = progress;
      const { rate, left } = speedOf(progress);
      const now = performance.now();
      if (printed === undefined) {
        printed = now;
        stream.write(`Embedding ${count(total, 'passage')} …\n`);
      }
      if (now - printed < LINE_EVERY_MS || done === total) return;
      printed = now;
      stream.write(`Embedded ${done}/${total} passages, ${rate}/s, ${left} left\n`);
    },
    stop() {},
  };
}

/** The mean speed since the first report, which comes when the models are warm. */
function speedometer(): (progress: EmbedProgress) => { rate: string; left: string } {
  let first: { done: number; at: number } | undefined;
  return ({ done, total }) => {
    const now = performance.now();
    first ??= { done, at: now };
    const rate = (done - first.done) / ((now - first.at) / 1_000);
    if (!(rate > 0)) return { rate: '–', left: '–' };
    return {
      rate: rate < 10 ? rate.toPrecision(2) : rate.toFixed(0),
      left: duration((total - done) / rate),
    };
  };
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
