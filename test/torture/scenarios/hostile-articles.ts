import { execFileSync } from 'node:child_process';
import { symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkArticle } from '../../../src/corpus/check-article.ts';
import { type Corpus, readCorpus } from '../../../src/corpus/index.ts';
import { type HostileFile, hostileFiles } from '../hostile-files.ts';
import { type Scenario, Tally } from '../scenario.ts';

/** Files that are read in one run: each is a corpus that must survive them all. */
const BATCH = 250;
/** Good articles among them: one in this many. */
const ONE_GOOD_IN = 10;
const ARTICLE_TIMEOUT_MS = 400;
const MAX_ARTICLE_BYTES = 2 ** 20;

/**
 * Every file is an article whose parts fit, or is left out with a line for a person; every good
 * article among them is in, with its text.
 */
export const scenario: Scenario = {
  name: 'hostile-articles',
  tries: { short: 500, long: 4_000 },
  async run({ tries, random, folder }) {
    const tally = new Tally();
    const figures = { read: 0, skipped: 0, late: 0, faults: 0, 'good ones': 0 };
    for (let from = 0; from < tries; from += BATCH) {
      const corpusDir = join(folder, String(from));
      const files = hostileFiles(random, from, Math.min(BATCH, tries - from));
      await makeCorpus(corpusDir, files);
      let corpus: Corpus | undefined;
      await tally.try(`the run of files from ${from}`, async () => {
        corpus = await readCorpus(corpusDir, {
          maxArticleBytes: MAX_ARTICLE_BYTES,
          articleTimeoutMs: ARTICLE_TIMEOUT_MS,
        });
      });
      if (!corpus) continue;
      const { articles, skipped } = corpus;
      for (const [index, { kind, name }] of files.entries()) {
        await tally.try(`${kind} (file ${from + index})`, () =>
          checkOutcome(name, corpus as Corpus),
        );
      }
      for (const name of goodNames(files.length)) {
        await tally.try(`${name} among files from ${from}`, () =>
          checkGood(name, corpus as Corpus),
        );
        figures['good ones'] += 1;
      }
      figures.read += articles.length;
      figures.skipped += skipped.length;
      figures.late += skipped.filter(({ reason }) => /takes longer/.test(reason)).length;
      figures.faults += skipped.filter((error) => error.name === 'ArticleFaultError').length;
    }
    return tally.result(figures);
  },
};

const goodNames = (files: number) =>
  Array.from({ length: Math.ceil(files / ONE_GOOD_IN) }, (_, index) => `good-${index}.md`);
const goodText = (name: string) => `# Of ${name}\n\nThe text of ${name} is here, and it is good.\n`;

async function makeCorpus(corpusDir: string, files: readonly HostileFile[]): Promise<void> {
  execFileSync('mkdir', ['-p', corpusDir]);
  for (const { name, make } of files) {
    const path = join(corpusDir, name);
    if ('text' in make) await writeFile(path, make.text);
    else if ('link' in make) await symlink(make.link, path);
    else if ('size' in make) await writeFile(path, '').then(() => truncate(path, make.size));
    else execFileSync('mkfifo', [path]);
  }
  for (const name of goodNames(files.length)) {
    await writeFile(join(corpusDir, name), goodText(name));
  }
}

function checkOutcome(name: string, { articles, skipped }: Corpus): void {
  const article = articles.find((parsed) => parsed.article.file === name);
  const error = skipped.find(({ file }) => file === name);
  if (article) checkArticle(article);
  else if (!error) throw new Error('is neither read nor skipped');
  else if (error.reason === '' || /[\r\n]/.test(error.reason)) {
    throw new Error(`is not told of in a line: ${error.reason}`);
  }
}

function checkGood(name: string, { articles }: Corpus): void {
  const parsed = articles.find(({ article }) => article.file === name);
  if (parsed?.article.text !== goodText(name)) throw new Error('is not in');
}
