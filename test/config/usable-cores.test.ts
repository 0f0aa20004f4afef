import { availableParallelism } from 'node:os';
import { expect, it } from 'vitest';
import { usableCores } from '../../src/config/usable-cores.ts';
import { newFolder } from '../indexing/support.ts';

const cores = availableParallelism();
const UNIT = '0::/system.slice/pullquote.service\n';

it.each<[string, Record<string, string>, number]>([
  ['the machine, where nothing is limited', {}, cores],
  ['the machine, where the group says "max"', { 'sys/fs/cgroup/cpu.max': 'max 100000\n' }, cores],
  ['a container that has one core', { 'sys/fs/cgroup/cpu.max': '100000 100000\n' }, 1],
  ['one core, where there is half of one', { 'sys/fs/cgroup/cpu.max': '50000 100000\n' }, 1],
  [
    'the machine, where the limit is higher',
    { 'sys/fs/cgroup/cpu.max': '99900000 100000\n' },
    cores,
  ],
  [
    'a service of systemd',
    {
      'proc/self/cgroup': UNIT,
      'sys/fs/cgroup/system.slice/pullquote.service/cpu.max': '100000 100000\n',
    },
    1,
  ],
  [
    'the groups above',
    { 'proc/self/cgroup': UNIT, 'sys/fs/cgroup/system.slice/cpu.max': '100000 100000\n' },
    1,
  ],
  [
    'a container of cgroup 1',
    {
      'proc/self/cgroup': '4:memory:/docker/1\n3:cpu,cpuacct:/docker/1\n',
      'sys/fs/cgroup/cpu/docker/1/cpu.cfs_quota_us': '150000\n',
      'sys/fs/cgroup/cpu/docker/1/cpu.cfs_period_us': '100000\n',
    },
    1,
  ],
  [
    'the machine, where cgroup 1 says -1 for no limit',
    { 'sys/fs/cgroup/cpu/cpu.cfs_quota_us': '-1', 'sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000' },
    cores,
  ],
])('usableCores are those of %s', async (_title, files, expected) => {
  expect(usableCores(await newFolder(files))).toBe(expected);
});
