import type { FileReading } from './parse-file.ts';

/** What this process and those that parse articles for it say to each other. */

/** An article to be parsed; `file` is its path below the corpus folder. */
export interface ToParser {
  file: string;
  bytes: Uint8Array;
}

/** `begun` is said before each article, so that its time is not counted before. */
export type FromParser =
  | 'begun'
  | { reading: FileReading }
  | { reason: string }
  | { fault: string; cause: unknown };
