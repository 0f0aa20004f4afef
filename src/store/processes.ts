import { readFile } from 'node:fs/promises';

/** Whether a process of this machine has this number now. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a process started, which with its number names it for good: the id of the machine's run and
 * the 22nd field of /proc/PID/stat (proc_pid_stat(5)).
 *
 * @returns null where there is no such process or no /proc.
 */
export async function startOf(pid: number): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot.trim()}:${fields[22 - 3]}`;
  } catch {
    return null;
  }
}
