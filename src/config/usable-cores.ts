import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * The cores that this process may use: those of the machine, or fewer where a container or a
 * service has a share of them only. Node itself looks at such a limit from version 22 on.
 *
 * @param root where the system's files are
 * @returns at least 1
 */
export function usableCores(root = '/'): number {
  const limits = [...groups(root)].flatMap((group) => limitOf(join(root, 'sys/fs/cgroup', group)));
  return Math.max(1, Math.floor(Math.min(availableParallelism(), ...limits)));
}

/** This process's control group and all above it: each may have a limit. See cgroups(7). */
function* groups(root: string): Generator<string> {
  const ownGroup = /^(?:0:|\d+:[\w,]*\bcpu\b[\w,]*):(?<path>\/.*)$/gmu;
  for (const { groups } of read(join(root, 'proc/self/cgroup')).matchAll(ownGroup)) {
    let path = groups?.path ?? '/';
    for (; path !== '/'; path = dirname(path)) yield path;
  }
  yield '/';
}

/** How many cores' time the processes of a control group get; nothing where that is not limited. */
function limitOf(folder: string): number[] {
  const [quota, period] = read(join(folder, 'cpu.max')).split(' ').map(Number);
  // Before cgroup 2 each controller had a hierarchy of its own.
  const older = folder.replace('sys/fs/cgroup', 'sys/fs/cgroup/cpu');
  const olderQuota = Number(read(join(older, 'cpu.cfs_quota_us')));
  const olderPeriod = Number(read(join(older, 'cpu.cfs_period_us')));
  return [(quota ?? 0) / (period ?? 0), olderQuota / olderPeriod].filter((cores) => cores > 0);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
