import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, type Person, textOf, type Upload } from '@pullquote/sandbox';
import { zipSync } from 'fflate';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readSettings } from '../../../src/config/settings.ts';
import { SaveError } from '../../../src/errors.ts';
import { createIntake } from '../../../src/serving/intake.ts';
import { type Serving, startServing } from '../../../src/serving/start-serving.ts';
import { startSite } from '../../fetching/site.ts';
import { newFolder } from '../../indexing/support.ts';
import { expectNothingWrong, type RunningBot, runBot } from '../running-bot.ts';

const WAIT = { timeoutMs: 120_000 };
const POLL = { timeout: 120_000, interval: 100 };
/** Each change of the articles is embedded, by one process. */
const SLOW_MS = 240_000;
const KETTLE = `---
title: The kettle of Brask
authors: [Una Vell]
date: 2025-06-01
---

The copper kettle of Brask holds 412 litres, and it was cast by Otto Renn in 1887 for the brewery.

It hangs today in the town hall, where nobody has cooked in it for ninety years.
`;

let bot: RunningBot;
let serving: Serving;
let corpusDir: string;
let members = 0;

vi.setConfig({ testTimeout: SLOW_MS, hookTimeout: SLOW_MS });

beforeAll(async () => {
  corpusDir = await newFolder({
    'bridge.md':
      '# The bridge\n\nThe bridge of Arlen was opened on 4 June 1871, after nine years.\n',
  });
  const settings = readSettings({
    CORPUS_DIR: corpusDir,
    INDEX_DIR: join(await newFolder(), 'index'),
    INFERENCE_PROCESSES: '1',
    MAX_ARTICLE_MB: '2',
  });
  const log = pino({ level: 'silent' });
  serving = await startServing(settings, { log, tell: () => {} });
  bot = await runBot({
    ask: serving.ask,
    similar: serving.similar,
    library: serving.store,
    reindex: serving.reindex,
    intake: serving.intake,
    keepQuestionsDays: 7,
  });
});
afterAll(async () => {
  await bot.close();
  await serving.close();
});

/** Somebody who manages the server, and has added nothing in this minute. */
const manager = () =>
  bot.sandbox.addMember(`manager${++members}`, { permissions: ['ManageGuild'] });
const addFile = (file: Upload, person = manager()) =>
  person.slash('general', 'add', { file }, WAIT);
const addPage = (address: string, person = manager()) =>
  person.slash('general', 'add', { address }, WAIT);
const upload = (name: string, content: string | Buffer): Upload => ({
  name,
  bytes: Buffer.from(content),
});
const said = ({ message, failure }: Outcome) => (message ? textOf(message) : (failure ?? ''));
const press = (person: Person, { message }: Outcome, label: string) => {
  if (!message) throw new Error('There is no preview.');
  return person.press(message, label, WAIT);
};
const labels = (outcome: Outcome) => JSON.stringify(outcome.message?.components);
const served = (outcome: Outcome) =>
  expect.poll(() => said(outcome), POLL).toContain('is searchable now');
const added = () => readdir(join(corpusDir, 'added')).catch(() => []);

describe('/add with a file', () => {
  it('shows what would be added and saves nothing before that is confirmed', async () => {
    const preview = await addFile(upload('Kettle of Brask.md', KETTLE));
    expect(preview.ephemeral).toBe(true);
    expect(said(preview)).toContain('nothing is saved yet');
    expect(said(preview)).toMatch(/The kettle of Brask · Una Vell · <t:\d+:D> · English/u);
    expect(said(preview)).toContain('> The copper kettle of Brask holds 412 litres');
    expect(said(preview)).toContain('1 article, 2 passages · `added/kettle-of-brask.md`');
    expect(await added()).toEqual([]);
  });

  it('is saved, served and can be read once it is confirmed, and the log says by whom', async () => {
    const person = manager();
    const preview = await addFile(upload('kettle.md', KETTLE), person);
    const outcome = await press(person, preview, 'Add');
    await served(outcome);
    expect(await readFile(join(corpusDir, 'added/kettle.md'), 'utf8')).toBe(KETTLE);
    expect(said(await press(person, outcome, 'Read'))).toContain('cast by Otto Renn in 1887');
    const dev = bot.sandbox.user('dev');
    const reply = await dev.waitForReply(dev.dm('Who cast the kettle of Brask?'), 20_000);
    expect(textOf(reply)).toContain('Otto Renn');
    const audit = bot.logged.find(({ msg }) => msg === 'article added');
    expect(audit).toMatchObject({ member: person.id, file: 'added/kettle.md', how: 'new' });
    expect(audit).toMatchObject({ bytes: Buffer.byteLength(KETTLE) });
  });

  it('says which open questions it would answer, asked of the new article alone', async () => {
    const dev = bot.sandbox.user('dev');
    for (const question of ['How much water does the lock of Tamm hold?', 'Who won the regatta?'])
      await dev.waitForReply(dev.say('general', question, { mentionBot: true }), 20_000);
    const gaps = said(await manager().slash('general', 'gaps'));
    expect(gaps).toContain('the lock of Tamm');
    const article =
      '# Tamm\n\nThe lock of Tamm holds 3,100 cubic metres of water when it is full.\n';
    const preview = said(await addFile(upload('tamm.md', article)));
    expect(preview).toContain('Open questions that it would answer: 1 of 2');
    expect(preview).toContain('- How much water does the lock of Tamm hold?');
    expect(preview).not.toContain('regatta');
    expect(
      (await readdir(tmpdir())).filter((name) => name.startsWith('pullquote-preview')),
    ).toEqual([]);
  });

  it.each([
    ['markdown', 'report.md'],
    ['text', 'bells.txt'],
    ['html', 'newspaper.html'],
    ['docx', 'minutes.docx'],
    ['pdf', 'report.pdf'],
    ['epub', 'tides.epub'],
    ['json', 'article.json'],
    ['jsonl', 'feed.jsonl'],
    ['csv', 'airfield.csv'],
  ])('reads %s', async (format, name) => {
    const folder = join(import.meta.dirname, '../../corpus/formats', format);
    const golden = JSON.parse(
      readFileSync(join(folder, name.replace(/\w+$/u, 'golden.json')), 'utf8'),
    );
    const [{ title }] = [golden].flat();
    const preview = await addFile(upload(name, readFileSync(join(folder, name))));
    expect(said(preview).replaceAll('\\', '')).toContain(title);
    expect(labels(preview)).toContain('"Add"');
  });

  it('goes by the content where the name says something else', async () => {
    const pdf = readFileSync(join(import.meta.dirname, '../../corpus/formats/pdf/report.pdf'));
    expect(said(await addFile(upload('report.txt', pdf)))).toContain('`added/report.pdf`');
  });

  it('cancelled, leaves nothing', async () => {
    const person = manager();
    const preview = await addFile(upload('never.md', KETTLE), person);
    expect(said(await press(person, preview, 'Cancel'))).toBe('Nothing was saved.');
    expect(await added()).not.toContain('never.md');
  });
});

const zip = (entries: Record<string, Uint8Array>) => Buffer.from(zipSync(entries));
const bomb = Buffer.alloc(65 * 2 ** 20, '<w:p/>');
const epubMark = new Uint8Array(Buffer.from('application/epub+zip'));

describe('/add refuses in one line, and goes on', () => {
  it.each<[string, () => Upload, RegExp]>([
    [
      'a program',
      () => upload('setup.pdf', 'MZ\x90\0\x03\0'),
      /setup\.pdf.* is no PDF, or damaged/,
    ],
    [
      'a program called a text',
      () => upload('a.txt', Buffer.from('MZ\x90\0\x03\0\0\xff', 'latin1')),
      /a\.txt/,
    ],
    ['a format that it does not know', () => upload('a.exe', 'MZ\x90\0'), /of no format/],
    [
      'a docx that unpacks to too much',
      () => upload('a.docx', zip({ 'word/document.xml': bomb })),
      /unpacks to more than 64 MB/,
    ],
    [
      'an epub that unpacks to too much',
      () =>
        upload(
          'a.epub',
          Buffer.from(
            zipSync({ mimetype: [epubMark, { level: 0 }], 'META-INF/container.xml': bomb }),
          ),
        ),
      /unpacks to more than 64 MB/,
    ],
    ['half a PDF', () => upload('a.pdf', '%PDF-1.7\n%%EOF'), /damaged PDF/],
    [
      'an encrypted Word document',
      () => upload('a.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])),
      /a\.docx .*password|encrypted/,
    ],
    ['nothing', () => upload('a.md', ''), /is empty/],
    ['a file that is too large', () => upload('a.md', 'word '.repeat(500_000)), /up to 2 MB/],
  ])('%s', async (_what, file, line) => {
    const refusal = said(await addFile(file()));
    expect(refusal.replaceAll('\\', '')).toMatch(line);
    expect(refusal).not.toContain('\n');
    expectNothingWrong(bot);
  });

  it('both a file and an address, and neither', async () => {
    const person = manager();
    expect(said(await person.slash('general', 'add', {}))).toContain('a file or an address');
    const both = { file: upload('a.md', 'A'), address: 'https://example.org' };
    expect(said(await person.slash('general', 'add', both))).toContain('one of the two');
  });

  it('who wants too much in a minute', async () => {
    const person = manager();
    let last = '';
    for (let time = 0; time < 7; time++) last = said(await addPage('no address', person));
    expect(last).toMatch(/again in \d+ s/u);
  });
});

describe('/add with an address', () => {
  it.each([
    ['of this machine', 'http://127.0.0.1:1/a'],
    ['of its network', 'http://10.0.0.7/a'],
    ['of a cloud’s own services', 'http://169.254.169.254/latest'],
    ['that a name leads to', 'http://localhost:1/a'],
  ])('does not fetch one %s', async (_what, address) => {
    expect(said(await addPage(address))).toContain('is an address of this machine or its own');
  });

  it('is no address', async () => {
    expect(said(await addPage('file:///etc/passwd'))).toContain('is no address of a web page');
  });
});

describe('an article that is there already', () => {
  it('can be replaced, or have another one beside it', async () => {
    const first = manager();
    await served(await press(first, await addFile(upload('well.md', KETTLE), first), 'Add'));
    const changed = KETTLE.replace('412', '413');
    const preview = await addFile(upload('well.md', changed), first);
    expect(said(preview)).toContain('Of the same name: **The kettle of Brask**');
    await served(await press(first, preview, 'Replace'));
    expect(await readFile(join(corpusDir, 'added/well.md'), 'utf8')).toBe(changed);
    const again = await addFile(upload('well.md', KETTLE.replace('412', '414')), first);
    await served(await press(first, again, 'Add beside it'));
    expect(await added()).toEqual(expect.arrayContaining(['well.md', 'well-2.md']));
  });

  it('is named where its text is the same, and cannot be added where its file is', async () => {
    const name = 'once.md';
    const text =
      '# Once\n\nThe weathercock of Lund turned for the last time in the winter of 1962.\n';
    const person = manager();
    await served(await press(person, await addFile(upload(name, text), person), 'Add'));
    const other = await addFile(upload('twice.md', text), person);
    expect(said(other)).toContain('word for word: **Once** (`added/once.md`)');
    const same = await addFile(upload(name, text), person);
    expect(said(same)).toContain('very file is there already');
    expect(labels(same)).not.toContain('"Replace"');
  });

  it('is not replaced where it was changed since the preview', async () => {
    await writeFile(join(corpusDir, 'added/kettle.md'), `${KETTLE}\nEdited once, for a start.\n`);
    const person = manager();
    const preview = await addFile(upload('kettle.md', KETTLE.replace('412', '500')), person);
    await writeFile(join(corpusDir, 'added/kettle.md'), `${KETTLE}\nEdited in the meantime.\n`);
    const outcome = await press(person, preview, 'Replace');
    await expect.poll(() => said(outcome), POLL).toContain('changed that file since');
    expect(await readFile(join(corpusDir, 'added/kettle.md'), 'utf8')).toContain('meantime');
  });

  it('two managers add the same name at once: both are there', async () => {
    const [one, two] = [manager(), manager()];
    const a = await addFile(upload('pair.md', KETTLE.replace('412', '1')), one);
    const b = await addFile(upload('pair.md', KETTLE.replace('412', '2')), two);
    const both = await Promise.all([press(one, a, 'Add'), press(two, b, 'Add')]);
    for (const outcome of both) await served(outcome);
    expect(await added()).toEqual(expect.arrayContaining(['pair.md', 'pair-2.md']));
  });
});

describe('who does not manage the server', () => {
  it('is not offered /add, and cannot press the buttons of who does', async () => {
    const dev = bot.sandbox.user('dev');
    expect(dev.commands('general').map(({ name }) => name)).not.toContain('add');
  });

  it('cannot add, once they may no longer, what they have a preview of', async () => {
    const person = bot.sandbox.addMember('Leaving', { permissions: ['ManageGuild'] });
    const preview = await addFile(upload('late.md', KETTLE), person);
    bot.sandbox.removeRoles('Leaving');
    expect(said(await press(person, preview, 'Add'))).toContain('permission to manage the server');
    expect(await added()).not.toContain('late.md');
  });
});

describe('the disk', () => {
  it.each([
    ['is full', 'ENOSPC', 'the disk is full'],
    ['is read-only', 'EROFS', 'I may not write'],
  ])('that %s is told in a line', async (_what, code, line) => {
    await bot.restart({
      intake: {
        ...serving.intake,
        save: () => Promise.reject(new SaveError('a.md', Object.assign(new Error(), { code }))),
      },
    });
    const person = manager();
    const outcome = await press(person, await addFile(upload('full.md', KETTLE), person), 'Add');
    await expect.poll(() => said(outcome), POLL).toContain(line);
  });
});

describe('a restart', () => {
  it('between preview and button is told', async () => {
    const person = manager();
    const preview = await addFile(upload('restart.md', KETTLE), person);
    await bot.restart();
    expect(said(await press(person, preview, 'Add'))).toContain('I was restarted since');
    expect(await added()).not.toContain('restart.md');
  });
});

describe('on several servers', () => {
  it('articles are added only where the owner says so', async () => {
    await bot.restart({ addInServers: ['123456789012345678'] });
    expect(said(await addFile(upload('a.md', KETTLE)))).toContain('`ADD_IN_SERVERS`');
    await bot.restart({ addInServers: [bot.sandbox.guildId] });
    expect(said(await addFile(upload('a.md', KETTLE)))).toContain('nothing is saved yet');
  });
});

describe('where private addresses are allowed', () => {
  it('a page is previewed as Markdown, and one that leads elsewhere is followed', async () => {
    const site = await startSite({
      '/mud':
        '<title>Mud</title><article><h1>The mud of Hollin</h1><p>The dredger took 4,000 tonnes of mud out in March.</p></article>',
      '/old': { status: 302, headers: { location: '/mud' } },
    });
    const reading = createIntake({
      corpusDir,
      maxArticleBytes: 2 ** 20,
      articleTimeoutMs: 5_000,
      allowPrivate: true,
      signal: AbortSignal.timeout(SLOW_MS),
      // It reads, and tries nothing out.
      inference: undefined as never,
    });
    await bot.restart({ intake: { ...serving.intake, fromAddress: reading.fromAddress } });
    const preview = said(await addPage(`${site.url}/old`));
    expect(preview).toContain('The dredger took 4,000 tonnes');
    expect(preview).toMatch(/`added\/127\.0\.0\.1-\d+\/mud\.md`/u);
  });
});

describe('who brought the app along to a server that the bot is not on', () => {
  it('is not offered /add', () => {
    const person = manager();
    bot.sandbox.faults.uninstall();
    const names = person.commands('general').map(({ name }) => name);
    expect(names).toContain('ask');
    expect(names).not.toContain('add');
  });
});
