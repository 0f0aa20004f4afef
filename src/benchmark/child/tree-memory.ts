import { readdirSync, readFileSync } from 'node:fs';

/**
 * What a process and all that it started hold in memory, in megabytes (10⁶ bytes). Pages that
 * several share, such as Node's own code, count once: the kernel's proportional set size.
 *
 * @returns undefined where the system does not tell (no /proc)
 */
export function treeMemory(root: number): number | undefined {
  const parents = new Map<number, number>();
  for (const name of namesIn('/proc')) {
    const stat = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : undefined;
    // The name of the program, in brackets, may hold anything.
    const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const tree = new Set([root]);
  // Children come to be known after their parents, however the numbers went.
  for (let size = 0; size < tree.size; ) {
    size = tree.size;
    for (const [pid, parent] of parents) if (tree.has(parent)) tree.add(pid);
  }
  const sizes = [...tree].map((pid) => {
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1];
    return kilobytes === undefined ? 0 : (Number(kilobytes) * 1024) / 1e6;
  });
  const sum = sizes.reduce((all, size) => all + size, 0);
  return sum === 0 ? undefined : sum;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
