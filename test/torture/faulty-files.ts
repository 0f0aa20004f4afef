import fs, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join, sep } from 'node:path';

/** The operations on paths that the store knows. */
const OPERATIONS = [
  'mkdir',
  'open',
  'readdir',
  'readFile',
  'rename',
  'rm',
  'rmdir',
  'stat',
  'utimes',
  'writeFile',
] as const;

/** Which operations fail: the one of this number, counted from 0, or also all after it. */
interface FaultPlan {
  code: 'EIO' | 'ENOSPC' | 'EROFS';
  from: number;
  isLasting: boolean;
  /** Where it is so, only operations that write count. */
  onlyWrites?: boolean;
}

const WRITES: readonly string[] = ['mkdir', 'open', 'rename', 'writeFile', 'write', 'sync'];

/**
 * Makes the file system fail below a folder, for whoever imports `node:fs/promises` in this process:
 * the code that is tried is the real one, and so are all operations before the fault.
 *
 * @returns what ends it, and tells how many operations there were.
 */
export function injectFault(folder: string, plan: FaultPlan): () => number {
  const real = { ...fs };
  let operations = 0;
  const fails = (name: string) => {
    if (plan.onlyWrites && !WRITES.includes(name)) return false;
    const number = operations++;
    return plan.isLasting ? number >= plan.from : number === plan.from;
  };
  const error = (syscall: string) =>
    Object.assign(new Error(`${plan.code}: injected, ${syscall}`), { code: plan.code, syscall });

  /** A write that fails has written half. */
  const faultyHandle = (file: FileHandle) => {
    const writeFile = file.writeFile.bind(file);
    const sync = file.sync.bind(file);
    file.writeFile = async (content) => {
      if (!fails('write')) return writeFile(content);
      const bytes = content as Uint8Array;
      await writeFile(bytes.subarray(0, bytes.length >> 1));
      throw error('write');
    };
    file.sync = async () => {
      if (fails('sync')) throw error('fsync');
      return sync();
    };
    return file;
  };

  for (const name of OPERATIONS) {
    const operation = real[name] as (...args: unknown[]) => Promise<unknown>;
    const faulty = async (...args: unknown[]) => {
      const isBelow = `${join(String(args[0]))}${sep}`.startsWith(`${folder}${sep}`);
      if (!isBelow) return operation(...args);
      if (name === 'open' && args[1] !== 'r' ? fails('open') : fails(readName(name))) {
        throw error(name);
      }
      const result = await operation(...args);
      return name === 'open' ? faultyHandle(result as FileHandle) : result;
    };
    Object.assign(fs, { [name]: faulty });
  }
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, real);
    syncBuiltinESMExports();
    return operations;
  };
}

/** Opening a file for reading is no write. */
const readName = (name: string) => (name === 'open' ? 'read' : name);
