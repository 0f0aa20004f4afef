/**
 * Every number that shapes the ranking, in one place. Values were chosen by `npm run evaluate`
 * on SQuAD 2.0 articles, SciFact and the project's own questions: docs/quality.md has the runs.
 */

/** Passages that each of the two searches contributes. */
export const CANDIDATES_PER_SEARCH = 100;

/** What BM25 gives for a term at most, in units of its idf: k1 + 1. */
export const MAX_TERM_SCORE = 2.2;

/** Weight of the cosine beside the lexical share (both about 0..1) in the fused score. */
export const DENSE_WEIGHT = 3;
/**
 * … and where the embedding model does not know the language: its vectors tell little more than
 * which words two texts share. Chosen on XQuAD in German.
 */
export const FOREIGN_DENSE_WEIGHT = 1;

/**
 * Characters that the cross-encoder reads of the fused list's first passages, at most: ten or
 * eleven paragraphs of an encyclopedia. What reading takes goes by the length of the text.
 */
export const READ_LENGTH = 9_000;
/** Title, headings and question, in characters, are read with every passage. */
export const READING_OVERHEAD = 100;
/** Passages that are read at most, however short. */
export const MAX_PASSAGES_READ = 16;

/** How many are read at first, how many then, before all others … */
export const READING_ROUNDS = [4, 6];
/** … unless one of those read has a logit above this … */
export const SETTLED_LOGIT = 5;
/** … and the next one's fused score is farther than this from the first one's. */
export const SETTLED_LEAD = 0.1;

/** Weight of the fused score beside the passage's logit. */
export const FUSED_WEIGHT = 8;

/** Passages whose best sentences are read alone, too: the first ones so far. */
export const SENTENCE_DEPTH = 3;
/** … as far as their score is no farther than this from the first one's. */
export const SENTENCE_REACH = 6;
/** Sentences of one passage that are read alone: those that the inner layers take for the answer. */
export const MAX_SENTENCES_READ = 4;
/** Weight of the best sentence's logit beside the passage's logit. */
export const SENTENCE_WEIGHT = 0.8;
/** Stands for the score of a sentence that only asks, or that was not read: no answer. */
export const LEAST_SENTENCE = -20;

/** Characters of a passage that the cross-encoder reads at once: about 400 tokens of English. */
export const MAX_CHARACTERS_READ = 1_600;
/** A longer passage is read in parts of this many characters … */
export const PART_LENGTH = 1_000;
/** … the most promising ones only, at most this many … */
export const PARTS_OF_A_PASSAGE = 4;
/** … and those with less of the question's terms lose up to this much of the fused score. */
export const PART_PENALTY = 0.6;

/** Of the softmax over a passage's sentences: 1 is what the scores say. */
export const SHARE_TEMPERATURE = 3;
/**
 * A sentence next to the best one is marked with it from this share of its chance to answer on: one
 * more sentence in a quarter of the answers, and the answer is inside for four more of a hundred.
 */
export const CLOSE_SENTENCE = Math.exp(-2.5 / SHARE_TEMPERATURE);

/** Longest quote in characters; one sentence that is longer stands alone. */
export const MAX_QUOTE_LENGTH = 400;

/** Quotes in an answer where nothing else is asked for. */
export const DEFAULT_QUOTES = 3;

/** Candidates among which figures that differ are looked for, beside the quotes of an answer. */
export const QUOTES_COMPARED = 10;

/** Fused score that passages of the article quoted before get on top in a follow-up question. */
export const FOLLOW_UP_PRIOR = 0.15;

/** Articles named as the nearest ones. */
export const MAX_NEAREST = 3;
