import { ArticleError, ArticleFaultError } from '../errors.ts';
import { parseFile } from './parse-file.ts';
import type { FromParser, ToParser } from './parsing-protocol.ts';

/**
 * Parses the articles that the parent sends, one after the other, until it is gone.
 *
 * @param began is set to the processor time (in milliseconds) at which the article under way was
 *   begun, or to -1
 */
export function serveParser(began: Int32Array): void {
  process.on('message', ({ file, bytes }: ToParser) => {
    // Sent before the parsing keeps this process from sending anything.
    send('begun', async () => {
      Atomics.store(began, 0, processorTimeMs());
      const answer = await answerFor(file, bytes);
      Atomics.store(began, 0, -1);
      send(answer);
    });
  });
}

async function answerFor(file: string, bytes: Uint8Array): Promise<FromParser> {
  try {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return { reading: await parseFile(file, content) };
  } catch (error) {
    if (error instanceof ArticleFaultError) {
      const { reason, cause } = error;
      return { fault: reason, cause: cause instanceof Error ? cause : String(cause) };
    }
    if (error instanceof ArticleError) return { reason: error.reason };
    throw error;
  }
}

function processorTimeMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function send(message: FromParser, sent: () => void = () => {}): void {
  process.send?.(message, undefined, undefined, sent);
}
