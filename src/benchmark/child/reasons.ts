/** Why a system could not do something, in a few words, from the message of what it threw. */
export function whyRefused(message: string): string {
  if (/Invalid string length|Cannot create a string longer/.test(message)) {
    return "more than V8's longest string holds";
  }
  return message.split('\n', 1)[0] as string;
}

/**
 * Why a process ended, in a few words.
 *
 * @param output what it wrote to its standard error
 */
export function whyEnded(
  output: string,
  code: number | null,
  signal: NodeJS.Signals | null,
): string {
  if (output.includes('heap out of memory')) return "more than V8's heap holds";
  const complaint = output.split('\n').find((line) => /^\w*Error\b/.test(line));
  return complaint ?? `its process ended with ${signal ?? code}`;
}
