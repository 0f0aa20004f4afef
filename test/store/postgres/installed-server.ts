import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = '/usr/lib/postgresql';

/** A Postgres of its own, of the version that is installed; it need not have pgvector. */
export interface InstalledServer {
  url: string;
  start(): Promise<void>;
  /** As if the power failed: nobody is waited for, nothing is finished. */
  stopAtOnce(): Promise<void>;
  remove(): Promise<void>;
}

/** Where its programs lie; undefined where none is installed. */
export async function installedBin(): Promise<string | undefined> {
  const versions = await readdir(ROOT).catch(() => []);
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest && join(ROOT, newest, 'bin');
}

export async function installedServer(bin: string): Promise<InstalledServer> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-postgres-'));
  const data = join(folder, 'data');
  // It refuses to run as root.
  const asOther = process.getuid?.() === 0 ? await otherUser() : {};
  if (asOther.uid !== undefined) await chown(folder, asOther.uid, asOther.gid ?? 0);
  await chmod(folder, 0o700);
  const call = (program: string, ...args: string[]) => run(join(bin, program), args, asOther);
  await call('initdb', '-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8');
  const port = await freePort();
  const options = `-p ${port} -h 127.0.0.1 -k ${folder}`;
  const start = async () => {
    await call('pg_ctl', '-D', data, '-w', '-o', options, '-l', join(folder, 'log'), 'start');
  };
  const stopAtOnce = async () => {
    await call('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
  };
  await start();
  return {
    url: `postgres://postgres:secret@127.0.0.1:${port}/postgres`,
    start,
    stopAtOnce,
    remove: async () => {
      await stopAtOnce().catch(() => {});
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function otherUser(): Promise<{ uid?: number; gid?: number }> {
  const ids = await Promise.all(['-u', '-g'].map((which) => run('id', [which, 'postgres'])));
  const [uid, gid] = ids.map(({ stdout }) => Number(stdout));
  return { ...(uid !== undefined && { uid }), ...(gid !== undefined && { gid }) };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
