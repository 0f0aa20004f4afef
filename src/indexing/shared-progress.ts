import type { EmbedProgress } from '../inference/types.ts';

/** Progress in passages that is put together from calls which each count their texts. */
export class SharedProgress {
  readonly #total: number;
  readonly #onProgress: (progress: EmbedProgress) => void;
  #done = 0;
  #told = 0;

  constructor(total: number, onProgress: (progress: EmbedProgress) => void = () => {}) {
    this.#total = total;
    this.#onProgress = onProgress;
  }

  /** The part of one call that embeds `passages` of them. */
  share(passages: number) {
    let own = 0;
    const set = (done: number) => {
      this.#done += done - own;
      own = done;
      this.#tell();
    };
    return {
      report: ({ done, total }: EmbedProgress) => set(Math.floor((passages * done) / total)),
      finish: () => set(passages),
      takeBack: () => set(0),
    };
  }

  /** What has been told is never taken back, and nothing is told twice. */
  #tell(): void {
    if (this.#done <= this.#told) return;
    this.#told = this.#done;
    this.#onProgress({ done: this.#done, total: this.#total });
  }
}
