/**
 * The vocabulary of the project. All offsets are UTF-16 code units into `Article.text`, `end`
 * exclusive, so `article.text.slice(start, end)` is always the text that an offset pair names.
 */

/** A piece of an article's text. */
export interface Span {
  start: number;
  end: number;
}

/** What is known of an article besides its text: enough to cite it. */
export interface ArticleCard {
  /** Path below the corpus folder without its ending, with forward slashes: `2025/flood`. */
  id: string;
  /**
   * Path below the corpus folder, with forward slashes: `2025/flood.md`; with the number of the row
   * where the file has an article a row: `news.csv#3`, whose id is `news#3`.
   */
  file: string;
  title: string;
  authors: string[];
  /** ISO 8601 calendar date (`2025-03-03`), or null where the article does not say. */
  date: string | null;
  url: string | null;
  tags: string[];
  /** BCP 47 tag (`en`, `pt-BR`), given or read from the text; null where it cannot be told. */
  language: string | null;
}

export interface Article extends ArticleCard {
  /**
   * Markdown and plain text: the whole decoded file (front matter included), without a byte order
   * mark, otherwise as read. Other formats: the text that was extracted from the file, which is
   * kept with the index; the same bytes give the same text.
   */
  text: string;
}

/** A sentence of a passage; a line of code or an item of a list counts as one. */
export interface Sentence extends Span {
  /** The sentence without Markdown marks: what models and keyword search read. */
  plain: string;
}

/** The unit that is retrieved and quoted: one paragraph, list, block quote, code block or table. */
export interface Passage extends Span {
  /** `${articleId}#${paragraph}`. */
  id: string;
  articleId: string;
  /** 1-based, counted over the passages of the article. */
  paragraph: number;
  /** Literal: `article.text.slice(start, end)`. */
  text: string;
  /** The passage without Markdown marks: what models and keyword search read. */
  plain: string;
  /** Headings above the passage, outermost first; the title itself is not repeated. */
  headings: string[];
  /** In order, without overlaps, all inside the passage; at least one. */
  sentences: Sentence[];
  /** 1-based number of the page that it begins on, in formats that have pages. */
  page?: number | undefined;
}

/** A text for a model: `head` (title and headings) is repeated before every window of `body`. */
export interface ModelText {
  head: string;
  body: string;
}

/** How texts become vectors with one embedding model. */
export interface EmbeddingProfile {
  /** As given in the settings: a folder or a hub id. */
  model: string;
  /** sha256 of the weights file, in hex. */
  sha256: string;
  dimensions: number;
  pooling: 'cls' | 'mean';
  queryPrefix: string;
  passagePrefix: string;
  /** Longest input in tokens, special tokens included. */
  maxTokens: number;
}

/** A literal piece of a stored article, and inside it the sentence that answers. */
export interface Quote extends Span {
  passageId: string;
  article: ArticleCard;
  paragraph: number;
  /** 1-based number of the page that the passage begins on, in formats that have pages. */
  page?: number;
  /** Literal: `article.text.slice(start, end)`; whole sentences of one passage. */
  text: string;
  /** The answering sentence, or two where either may be it, inside `start`..`end`; literal too. */
  marked: Span & { text: string };
  /** The whole passage, of which the quote may be a part. */
  passage: Span;
  /** How likely this passage answers the question, in 0..1. */
  score: number;
  /** The article's address with a `#:~:text=` fragment for the marked sentence, if it has one. */
  link: string | null;
}

interface AnswerBase {
  question: string;
  /** How likely the best passage found in the articles' text answers the question, in 0..1. */
  confidence: number;
  /** The articles closest to the question, best first, at most three. */
  nearest: ArticleCard[];
  milliseconds: number;
  /** The question with its spelling corrected, where that changed what was found. */
  searchedFor?: string;
  /** What was known of the articles that were searched, where not all were. */
  filter?: ArticleFilter;
  /** Where the question asks for what was written at a time. */
  period?: AskedPeriod;
  /** Found and judged by the searches alone: no cross-encoder here knows the language. */
  byWords?: true;
  /** Two of the quotes, where their articles give different figures for what is asked. */
  differing?: [newer: Quote, older: Quote];
}

/** Who wrote an article, when, or what it is called: asked of its citation, not of its text. */
export interface AskedOfCitation {
  /** What is asked for. The article may not say: no authors, or null for the date. */
  asked: 'authors' | 'date' | 'authors and date' | 'title';
  article: ArticleCard;
}

/** Articles that were asked for by what is known of them. */
export interface Listing {
  /** `count`: how many there are; `authors`: who wrote them. */
  asked: 'articles' | 'newest' | 'oldest' | 'count' | 'authors';
  /** All of them, the newest first unless the oldest or a subject was asked for. */
  articles: ArticleCard[];
  /** What was asked for: the authors' whole names, a subject in the question's words, first and last day. */
  author?: string;
  subject?: string;
  since?: string;
  until?: string;
}

/** When the articles were published that a question asks about, ISO 8601. */
export interface AskedPeriod {
  since: string | undefined;
  until: string | undefined;
  /** What was asked of their text: the question without its time. */
  question: string;
  /** Nothing from then answers, so that all articles were searched. */
  isLifted: boolean;
}

/**
 * How sure an answer is:
 * - `answered`: the first quote answers; `likely`: it probably does; `near`: it is only near;
 * - `missed`: no article says anything near;
 * - `cited`: an article's citation answers, or would, if it said what is asked;
 * - `listed`: a list of articles answers, which may be empty.
 */
export const STATUSES = ['answered', 'likely', 'near', 'missed', 'cited', 'listed'] as const;
export type Status = (typeof STATUSES)[number];

/** What a question gets: quotes, an honest miss, or what stands in an article's citation. */
export type Answer =
  | (AnswerBase & { status: 'answered' | 'likely' | 'near'; quotes: [Quote, ...Quote[]] })
  | (AnswerBase & { status: 'missed'; quotes: [] })
  /** The article's opening is quoted below what its citation says; nothing where it does not say. */
  | (AnswerBase & { status: 'cited'; citation: AskedOfCitation; quotes: [Quote] | [] })
  | (AnswerBase & { status: 'listed'; listing: Listing; quotes: [] });

/** Which articles are searched, by what is known of them. */
export interface ArticleFilter {
  tag?: string | undefined;
  author?: string | undefined;
  /** First and last day of publishing, ISO 8601; articles without a date have none. */
  since?: string | undefined;
  until?: string | undefined;
}

export interface AskOptions {
  /** Asked in these articles: only they are searched, and a single one is the article at hand. */
  articleIds?: string[];
  /** Only articles that fit are searched. */
  filter?: ArticleFilter;
  /** List the articles on this, in place of quotes. */
  subject?: string;
  /** The most quotes; three where it is not said. */
  top?: number;
  /** What was asked and quoted before, when the question leans on it. */
  earlier?: { question: string; articleIds: string[] };
}

/** Answers a question from the articles; rejects only with a {@link PullquoteError} or a bug. */
export type Ask = (question: string, options?: AskOptions) => Promise<Answer>;
