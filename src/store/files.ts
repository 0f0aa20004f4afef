import { randomBytes } from 'node:crypto';
import { constants, copyFile, open, rename, rm } from 'node:fs/promises';
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
  await putInPlace(path, async (aside) => {
    const file = await open(aside, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  });
  return { bytes: content.byteLength, crc32: await checksumOf(content) };
}

/**
 * Puts a file in the place of another, or of none, at once.
 *
 * @param make makes it, to the disk, at the path that it is given
 */
export async function putInPlace(
  path: string,
  make: (aside: string) => Promise<void>,
): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await make(aside);
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(path));
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

/** Bytes that are read, and whose checksum is made, at once: a fraction of a turn. */
const PIECE = 2 ** 21;

/**
 * Reads a file into memory and makes its checksum while the next piece is read.
 *
 * @param target where to, a buffer of the recorded size; a new one where it is missing
 * @throws Error when the file is not what was recorded.
 */
export async function readRecorded(
  path: string,
  record: FileRecord,
  target?: Buffer,
): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size !== record.bytes) throw new RangeError(`${size} bytes, not ${record.bytes}`);
    // One of its own: views of 32-bit numbers begin where it begins.
    const content = target ?? Buffer.allocUnsafeSlow(record.bytes);
    const read = (start: number) => {
      const length = Math.min(PIECE, content.length - start);
      return length > 0 ? file.read(content, start, length, start) : undefined;
    };
    let sum = 0;
    let place = 0;
    for (let next = read(0); next; ) {
      const { bytesRead } = await next;
      if (bytesRead === 0) throw new RangeError('the file became shorter');
      const piece = content.subarray(place, place + bytesRead);
      place += bytesRead;
      next = read(place);
      sum = crc32(piece, sum);
    }
    if (sum !== record.crc32) throw new RangeError('the checksum does not fit');
    return content;
  } finally {
    await file.close();
  }
}

async function checksumOf(content: Uint8Array): Promise<number> {
  const turns = new Turns();
  let sum = 0;
  for (let start = 0; start < content.byteLength; start += PIECE) {
    sum = crc32(content.subarray(start, start + PIECE), sum);
    if (turns.isOver) await turns.next();
  }
  return sum;
}

/** Whether a file is what was recorded. Takes little memory. */
export async function isRecorded(path: string, record: FileRecord): Promise<boolean> {
  const file = await open(path, 'r').catch(() => undefined);
  if (!file) return false;
  try {
    const piece = Buffer.allocUnsafe(PIECE);
    let sum = 0;
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, PIECE, bytes);
      if (bytesRead === 0) return bytes === record.bytes && sum === record.crc32;
      bytes += bytesRead;
      sum = crc32(piece.subarray(0, bytesRead), sum);
    }
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/** Copies a file to the disk; where the file system can, without writing its content again. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  const file = await open(to, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
