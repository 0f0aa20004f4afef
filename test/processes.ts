import { execFileSync } from 'node:child_process';

export interface RunningProcess {
  pid: number;
  parent: number;
  /** What gets a signal together, as by Ctrl-C. */
  group: number;
  isModel: boolean;
}

/** All processes of this machine but those that have ended and were not yet asked how. */
export function allProcesses(): RunningProcess[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/u))
    .filter(([, , , stat]) => stat && !stat.startsWith('Z'))
    .map(([pid, parent, group, , ...args]) => ({
      pid: Number(pid),
      parent: Number(parent),
      group: Number(group),
      isModel: args.join(' ').includes('inference/child.mjs'),
    }));
}
