import type { ArticleWarning, ReadOptions } from '../corpus/index.ts';
import type { ArticleError } from '../errors.ts';
import type { Embedder, EmbedProgress } from '../inference/types.ts';
import type { IndexPlace } from '../store/index.ts';
import type { Manifest, PassageStore } from '../store/types.ts';

export interface IndexingOptions extends ReadOptions {
  corpusDir: string;
  indexDir: IndexPlace;
  embedder: Embedder;
  /** Embed everything anew and replace whatever index is there. */
  force?: boolean;
  /** Passages embedded so far; those whose vectors are re-used are not counted. */
  onProgress?: (progress: EmbedProgress) => void;
  /** An open store of the index: what it holds is not read again, only checked. */
  previous?: PassageStore;
  /** Called when a new index can be opened; what comes after is tidying up. */
  onSwapped?: () => void;
  /** Ends the work; the index stays as it was. */
  signal?: AbortSignal;
}

/** What one run of the indexing did. Articles are named by their files. */
export interface IndexingSummary {
  added: string[];
  changed: string[];
  removed: string[];
  unchanged: number;
  skipped: ArticleError[];
  /** Wrong fields that were left out of articles, and the like; nothing was skipped for them. */
  warnings: ArticleWarning[];
  /** Of each article that was read, as BCP 47 tags; null where it is not known. */
  languages: (string | null)[];
  /** Passages that were embedded, not re-used. */
  embedded: number;
  manifest: Manifest;
  /** Whether a new generation was written. */
  replaced: boolean;
  seconds: number;
}
