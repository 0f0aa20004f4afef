import { startSandbox } from '@pullquote/sandbox';
import { expect, it } from 'vitest';
import { createBot } from '../../src/discord/create-bot.ts';
import { createLog } from '../../src/runtime/log.ts';
import { libraryOf } from '../discord/library.ts';
import { optionsFor } from '../discord/running-bot.ts';

it('a login that gets no answer says so after 10 s, and is tried again', async () => {
  const sandbox = await startSandbox();
  sandbox.faults.hangNext('GET /gateway/bot');
  let output = '';
  const write = (line: string) => {
    output += line;
  };
  const log = createLog({ level: 'info' }, { write });
  const bot = createBot({ ...optionsFor(sandbox, { library: libraryOf([]) }), log });
  try {
    await bot.start();
    expect(output).toContain('gives no answer within 10 s. Trying again');
  } finally {
    await bot.stop();
    await sandbox.close();
  }
});
