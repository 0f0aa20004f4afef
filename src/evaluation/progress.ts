import { Presets, SingleBar } from 'cli-progress';

/** How often progress is told where there is no terminal to draw on. */
const PLAIN_LINE_MS = 15_000;

/** Shows on stderr how far each step is: a bar on a terminal, else a line now and then. */
export function stepProgress(stream: NodeJS.WriteStream = process.stderr) {
  let bar: SingleBar | undefined;
  let current = '';
  const stop = () => bar?.stop();
  return {
    show(step: string, { done, total }: { done: number; total: number }): void {
      if (step !== current) {
        stop();
        current = step;
        bar = new SingleBar(
          {
            format: `${step} [{bar}] {value}/{total}, {eta_formatted} left`,
            stream,
            hideCursor: null,
            clearOnComplete: true,
            noTTYOutput: true,
            notTTYSchedule: PLAIN_LINE_MS,
            etaBuffer: 50,
          },
          Presets.legacy,
        );
        bar.start(total, 0);
      }
      bar?.update(done);
    },
    stop,
  };
}
