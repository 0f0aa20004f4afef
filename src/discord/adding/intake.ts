import type { Article, Ask, Passage } from '../../passage.ts';

/** What became articles, and where it would be saved. */
export interface FoundArticles {
  /** Path below the corpus folder. */
  file: string;
  content: Buffer;
  /** At least one. */
  articles: { article: Article; passages: Passage[] }[];
  /** What is wrong with it, in a line each; it can be used all the same. */
  warnings: string[];
  /** The file of that name that is there already. */
  old?: { digest: string; isSame: boolean } | undefined;
}

/** Takes articles from outside into the corpus folder: what the bot is given for `/add`. */
export interface Intake {
  /** The largest file that is taken, in bytes. */
  maxBytes: number;
  /** @throws PullquoteError when the page cannot be had, or gives no article */
  fromAddress(address: string): Promise<FoundArticles>;
  /** @throws PullquoteError when the file cannot be had, or gives no article */
  fromUpload(upload: { name: string; address: string }): Promise<FoundArticles>;
  /** Answers from these articles alone; undefined where they are too long to try them. */
  tryOut(found: FoundArticles): Promise<Ask | undefined>;
  /**
   * Saves them under their own name, or one with a number behind it where that one is taken.
   *
   * @returns the file
   * @throws PullquoteError when the folder cannot be written
   */
  save(found: FoundArticles): Promise<string>;
  /**
   * Puts them in the place of the old file.
   *
   * @returns whether that was still as it was when they were found
   * @throws PullquoteError when the folder cannot be written
   */
  replace(found: FoundArticles): Promise<boolean>;
}
