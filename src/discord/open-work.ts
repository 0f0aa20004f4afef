/** Work that has begun, so that leaving can wait for it. */
export class OpenWork {
  readonly #open = new Set<Promise<void>>();

  /** @param work tells of its failure by itself */
  add(work: Promise<void>): void {
    this.#open.add(work);
    const end = () => void this.#open.delete(work);
    work.then(end, end);
  }

  /** Waits until nothing is open, or until the time is up. */
  async finished(timeoutMs: number): Promise<void> {
    if (this.#open.size === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, timeoutMs);
    });
    await Promise.race([Promise.allSettled([...this.#open]), timeout]);
    clearTimeout(timer);
  }
}
