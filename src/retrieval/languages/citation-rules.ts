import type { AskedOfCitation } from '../../passage.ts';

/** A way to ask for what stands in an article's citation. */
export interface CitationFrame {
  asked: AskedOfCitation['asked'];
  /** Fits the whole question; its groups `of` and `by` are what it is asked of. */
  pattern: string;
  /** It is asked of other things as well ("how old is", "when is … from"): a noun is needed. */
  needsNoun?: true;
}

/**
 * How a language asks for an article's author, date or title. All are regular expressions, for any
 * case, or lists of words with spaces between them.
 */
export interface CitationRules {
  /** Said before a question without being asked, each with what parts it from the question. */
  lead: string;
  /** Politeness at the end. */
  tail: string;
  /** Ends a question for the author, and asks for the date, too. */
  andWhen: string;
  /** The reverse. */
  andWho: string;
  /** Points at what is at hand … */
  near: string;
  /** Words that begin a name of their own: "the flood report, | the one …". */
  articles: string;
  /** End the words to which a noun is the head: "the flood report | about …". */
  afterHead: string;
  /** Before a title without quotation marks, which begins with a capital. */
  beforeTitle: string;
  /** Nouns that only an article is called by … */
  plainNouns: string;
  /** … and nouns for what texts speak of, too. */
  otherNouns: string;
  /** Around the noun and the name, and for the one who wrote: they name no article. */
  fillers: string;
  frames: readonly CitationFrame[];
  /** What a passage says that tells of writing, publishing, naming. */
  speaksOf: Readonly<Record<'authors' | 'date' | 'title', string>>;
}

/** A frame that is asked of anything, and one that is asked of nothing but articles. */
export const frame = (asked: CitationFrame['asked'], pattern: string): CitationFrame => ({
  asked,
  pattern,
});
export const frameOfNoun = (asked: CitationFrame['asked'], pattern: string): CitationFrame => ({
  asked,
  pattern,
  needsNoun: true,
});
