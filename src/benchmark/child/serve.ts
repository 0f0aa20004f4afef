/** What is asked of a child process, and what it says; sent by the structured clone algorithm. */
export interface Request {
  id: number;
  method: string;
  args: readonly unknown[];
}

export type Reply = { id: number; value: unknown } | { id: number; refused: string };

/** Methods that a child process offers; each answers with what can be cloned. */
export type Methods = Record<string, (...args: never[]) => Promise<unknown>>;

/** Answers requests of the parent process one after the other, and ends when it goes. */
export function serve(methods: Methods): void {
  let last: Promise<unknown> = Promise.resolve();
  process.on('message', ({ id, method, args }: Request) => {
    last = last.then(async () => {
      const reply = await methods[method]?.(...(args as never[])).then(
        (value) => ({ id, value }),
        (error: unknown) => ({ id, refused: error instanceof Error ? error.message : `${error}` }),
      );
      if (process.connected) process.send?.(reply ?? { id, refused: `no method ${method}` });
    });
  });
  process.on('disconnect', () => process.exit());
  // It may have gone while this one was loading.
  if (!process.connected) process.exit();
}
