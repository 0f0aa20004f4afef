import { createHash } from 'node:crypto';

/** Bytes that stand for the hash of a text: enough that no two texts of a corpus meet. */
export const HASH_BYTES = 16;
const AS_HEX = /^[0-9a-f]{32}$/;

/** A hash of 16 bytes in hex as it is; any other name of a text as such a hash of it. */
export function hashBytesOf(textHash: string): Buffer {
  if (AS_HEX.test(textHash)) return Buffer.from(textHash, 'hex');
  return createHash('sha256').update(textHash).digest().subarray(0, HASH_BYTES);
}
