import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync } from 'node:zlib';

/** What is kept of where the articles came from, as a file. */
export const encodeSources = (sources: string): Promise<Buffer> => promisify(deflateRaw)(sources);

/** @throws Error when the content is not what {@link encodeSources} makes. */
export const decodeSources = (content: Buffer): string => inflateRawSync(content).toString();
