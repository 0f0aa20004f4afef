import { MEGABYTE, readSettings } from '../src/config/settings.ts';
import { ArticleParser } from '../src/corpus/index.ts';
import { FetchError } from '../src/errors.ts';
import { type ReadPage, readPage, type Saved, savePage, Web } from '../src/fetching/index.ts';
import { createCommand } from '../src/terminal/command.ts';
import { count } from '../src/terminal/count.ts';
import { EXIT } from '../src/terminal/exit-codes.ts';
import { printableLine } from '../src/terminal/printable.ts';
import { runCommand } from '../src/terminal/run-command.ts';

interface Options {
  corpus?: string;
  replace?: boolean;
}

/** What is under way is broken off; a page is saved whole or not at all. */
const GRACE_MS = 500;

await runCommand(async (interrupted) => {
  const { addresses, options } = parseCommand();
  const settings = readSettings();
  const corpusDir = options.corpus ?? settings.CORPUS_DIR;
  const ending = new AbortController();
  const signal = AbortSignal.any([interrupted, ending.signal]);
  const parser = new ArticleParser(settings.ARTICLE_TIMEOUT_SECONDS * 1_000, signal);
  const web = new Web({
    allowPrivate: settings.ALLOW_PRIVATE_ADDRESSES,
    maxBytes: settings.MAX_ARTICLE_MB * MEGABYTE,
    signal,
  });
  let failures = 0;
  for (const address of addresses) {
    try {
      const page = await readPage(address, web, parser);
      const saved = await savePage(page, corpusDir, { replace: options.replace ?? false });
      console.log(printableLine(told(page, saved)));
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      console.error(printableLine(error.message));
      failures++;
    }
  }
  ending.abort();
  await web.close();
  return failures > 0 ? EXIT.mistake : EXIT.answered;
}, GRACE_MS);

function parseCommand(): { addresses: string[]; options: Options } {
  const command = createCommand('npm run add --')
    .description('Gets pages from the web and saves each as an article in the corpus folder.')
    .argument('<address...>', 'pages, Markdown files, PDFs: https://…')
    .option('--corpus <dir>', 'the folder of articles (default: the setting CORPUS_DIR)')
    .option('--replace', 'also where a file is there that reads otherwise, or was edited')
    .addHelpText(
      'after',
      '\nThen: npm run embed, unless the bot runs and follows the folder by itself.\nExit codes: 0 all are saved, 1 some could not be had.',
    )
    .parse();
  return { addresses: command.args, options: command.opts<Options>() };
}

function told({ file, article, passages }: ReadPage, saved: Saved): string {
  const what = `${file}: "${article.title}" (${count(passages.length, 'passage')})`;
  switch (saved) {
    case 'added':
    case 'replaced':
      return `${what} ${saved}`;
    case 'unchanged':
      return `${what} is there already`;
    default:
      return `${file} is there already and reads otherwise; --replace puts the page in its place`;
  }
}
