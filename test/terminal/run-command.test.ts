import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TIMEOUT_MS = 200;

/** Ctrl-C on a command that needs longer than it is given to end, and what became of it. */
async function interrupt(work: string) {
  const program = `
    import { setTimeout as sleep } from 'node:timers/promises';
    import { runCommand } from ${JSON.stringify(`${ROOT}/src/terminal/run-command.ts`)};
    await runCommand(async (interrupted, takeTime) => {
      console.log('working');
      ${work}
      console.log('measured');
      return 130;
    }, ${TIMEOUT_MS});
  `;
  const command = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', program],
    {
      cwd: ROOT,
    },
  );
  let stdout = '';
  let stderr = '';
  command.stderr.on('data', (text) => {
    stderr += text;
  });
  command.stdout.on('data', (text) => {
    stdout += text;
    if (stdout === 'working\n') command.kill('SIGINT');
  });
  const [code, signal] = await once(command, 'close');
  return { end: code ?? signal, stdout, stderr };
}

const UNTIL_INTERRUPTED = `
  const waiting = setInterval(() => {}, 1_000);
  if (!interrupted.aborted) await new Promise((done) => interrupted.addEventListener('abort', done));
  clearInterval(waiting);`;
const LONGER_THAN_IT_MAY = `await sleep(${5 * TIMEOUT_MS});`;

describe('a command that Ctrl-C breaks off', () => {
  it('is ended by force when something of it hangs', async () => {
    const { end, stderr } = await interrupt(UNTIL_INTERRUPTED + LONGER_THAN_IT_MAY);
    expect(end).toBe('SIGINT');
    expect(stderr).toContain('Ended by force');
  });

  it('is left alone while it does what only takes time, whenever that began', async () => {
    const broken = await interrupt(`${UNTIL_INTERRUPTED} takeTime(); ${LONGER_THAN_IT_MAY}`);
    expect(broken).toEqual({ end: 130, stdout: 'working\nmeasured\n', stderr: '' });
    const measuring = await interrupt(`takeTime(); ${UNTIL_INTERRUPTED} ${LONGER_THAN_IT_MAY}`);
    expect(measuring).toEqual({ end: 130, stdout: 'working\nmeasured\n', stderr: '' });
  });
});
