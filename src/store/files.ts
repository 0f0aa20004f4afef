import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { Turns } from '../runtime/event-loop.ts';

/** What a file must be when it is read back. */
export interface FileRecord {
  bytes: number;
  crc32: number;
}

/**
 * Writes a file so that its name never stands for half of it: aside, to the disk, then renamed.
 * (`write-file-atomic` does not notice a short write, which is how a disk fills up.)
 */
export async function writeFileDurably(path: string, content: Uint8Array): Promise<FileRecord> {
  const aside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(aside, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(path));
  return { bytes: content.byteLength, crc32: await checksumOf(content) };
}

/** Makes names created in or moved into a folder last; a no-op where folders cannot be opened. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** @throws Error when the file is not what was recorded. */
export async function readRecorded(path: string, record: FileRecord): Promise<Buffer> {
  const content = await readFile(path);
  if (content.byteLength !== record.bytes) {
    throw new RangeError(`${content.byteLength} bytes, not ${record.bytes}`);
  }
  if ((await checksumOf(content)) !== record.crc32)
    throw new RangeError('the checksum does not fit');
  return content;
}

/** Bytes whose checksum takes far less than a turn of the event loop. */
const PIECE = 2 ** 20;

async function checksumOf(content: Uint8Array): Promise<number> {
  const turns = new Turns();
  let sum = 0;
  for (let start = 0; start < content.byteLength; start += PIECE) {
    sum = crc32(content.subarray(start, start + PIECE), sum);
    if (turns.isOver) await turns.next();
  }
  return sum;
}
