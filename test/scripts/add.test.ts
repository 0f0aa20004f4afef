import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startSite } from '../fetching/site.ts';
import { newFolder } from '../indexing/support.ts';
import { expectMistake, run } from './commands.ts';

const PAGE = `<html><head><title>Mud</title></head><body><article><h1>Mud</h1>
<p>The dredger took 4,000 tonnes of mud out of the harbour in March.</p></article></body></html>`;
const env = { ALLOW_PRIVATE_ADDRESSES: '1' };

describe('npm run add', () => {
  it('saves a page in the corpus folder, and says where', async () => {
    const site = await startSite({ '/mud': PAGE });
    const cwd = await newFolder();
    const { code, stdout } = await run('add', [`${site.url}/mud`], { cwd, env });
    const file = /^(\S+): "Mud" \(1 passage\) added\n$/.exec(stdout)?.[1] ?? '';
    expect(code).toBe(0);
    expect(await readFile(join(cwd, 'corpus', file), 'utf8')).toContain(`url: ${site.url}/mud`);
  });

  it('goes on after a page that cannot be had, and says so', async () => {
    const site = await startSite({ '/mud': PAGE });
    const { code, stdout, stderr } = await run('add', [`${site.url}/no`, `${site.url}/mud`], {
      cwd: await newFolder(),
      env,
    });
    expect(stderr).toMatch(/^http:\S+\/no cannot be had: its server answers 404\n$/);
    expect(stdout).toContain('added');
    expect(code).toBe(1);
  });

  it('asks for nothing on this machine unless that is allowed', async () => {
    const site = await startSite({ '/mud': PAGE });
    const finished = await run('add', [`${site.url}/mud`], { cwd: await newFolder() });
    expectMistake(finished, /is an address of this machine .* set ALLOW_PRIVATE_ADDRESSES=1/);
    expect(site.requests).toEqual([]);
  });

  it('tells what is no address', async () => {
    expectMistake(
      await run('add', ['mud.html'], { cwd: await newFolder() }),
      /^mud\.html is no address of a web page/,
    );
  });
});
