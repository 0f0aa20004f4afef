import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ArticleParser, type ParsedArticle } from '../corpus/index.ts';
import { FetchError } from '../errors.ts';
import {
  download,
  freeName,
  type NewFile,
  type OldFile,
  oldFile,
  readPage,
  readUpload,
  replaceOld,
  saveNew,
  Web,
} from '../fetching/index.ts';
import { buildIndex } from '../indexing/index.ts';
import type { Inference } from '../inference/types.ts';
import type { Ask } from '../passage.ts';
import { createRetriever } from '../retrieval/index.ts';
import { openStore } from '../store/index.ts';

/** A page and its robots.txt, after some redirects, in milliseconds. */
const READ_TIMEOUT_MS = 60_000;
/** More passages are not tried out: embedding them takes longer than somebody waits. */
const MAX_TRIED_PASSAGES = 300;

export interface IntakeOptions {
  corpusDir: string;
  maxArticleBytes: number;
  articleTimeoutMs: number;
  allowPrivate: boolean;
  inference: Inference;
  /** Ends whatever is under way. */
  signal: AbortSignal;
}

/** Files that were found and are not saved yet. */
interface Found extends NewFile {
  articles: ParsedArticle[];
  old?: OldFile | undefined;
}

export type Intake = ReturnType<typeof createIntake>;

/** Reads articles from the web and from uploads, tries them out, and saves them. */
export function createIntake(options: IntakeOptions) {
  const { corpusDir, maxArticleBytes, inference } = options;
  const looked = async (found: Found): Promise<Found> => {
    // What tells languages takes a third of a second to load.
    const { withLanguage } = await import('../corpus/language.ts');
    return {
      ...found,
      articles: found.articles.map(withLanguage),
      old: await oldFile(found, corpusDir),
    };
  };
  return {
    maxBytes: maxArticleBytes,

    fromAddress: (address: string): Promise<Found> =>
      reading(address, options, async (parser, signal) => {
        const { allowPrivate } = options;
        const web = new Web({ allowPrivate, maxBytes: maxArticleBytes, signal });
        try {
          const { article, passages, ...page } = await readPage(address, web, parser);
          return await looked({ ...page, articles: [{ article, passages }] });
        } finally {
          await web.close();
        }
      }),

    fromUpload: ({ name, address }: { name: string; address: string }): Promise<Found> =>
      reading(name, options, async (parser, signal) => {
        const content = await download(address, maxArticleBytes, signal);
        return looked(await readUpload(name, content, parser));
      }),

    async tryOut(found: Found): Promise<Ask | undefined> {
      const passages = found.articles.reduce((sum, article) => sum + article.passages.length, 0);
      if (passages > MAX_TRIED_PASSAGES) return undefined;
      return indexOf(found, options);
    },

    async save(found: Found): Promise<string> {
      for (;;) {
        const file = await freeName(found.file, corpusDir);
        if (await saveNew({ ...found, file }, corpusDir)) return file;
      }
    },

    replace: async (found: Found): Promise<boolean> =>
      found.old !== undefined && replaceOld(found, found.old.digest, corpusDir),
  };

  /** An index of these articles alone. It lies on disk only until it is open. */
  async function indexOf(found: Found, { signal, ...limits }: IntakeOptions): Promise<Ask> {
    const folder = await mkdtemp(join(tmpdir(), 'pullquote-preview-'));
    try {
      const path = join(folder, 'corpus', found.file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, found.content);
      const indexDir = join(folder, 'index');
      const folders = { corpusDir: join(folder, 'corpus'), indexDir };
      await buildIndex({ ...limits, ...folders, embedder: inference, signal });
      const store = await openStore(indexDir, { model: inference.profile });
      return createRetriever(store, inference).ask;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** Reads with a process of its own for the articles, so that nobody waits for another one's. */
async function reading(
  what: string,
  { articleTimeoutMs, signal: ended }: IntakeOptions,
  read: (parser: ArticleParser, signal: AbortSignal) => Promise<Found>,
): Promise<Found> {
  const done = new AbortController();
  const limit = AbortSignal.timeout(READ_TIMEOUT_MS);
  const signal = AbortSignal.any([ended, done.signal, limit]);
  try {
    return await read(new ArticleParser(articleTimeoutMs, signal), signal);
  } catch (error) {
    if (limit.aborted && !ended.aborted) throw new FetchError(what, 'takes too long');
    throw error;
  } finally {
    done.abort();
  }
}
