export interface PassageScore {
  /** The place of the passage in the corpus, from 0. */
  passage: number;
  score: number;
}

/** The places of an article's passages in the corpus: from `first` to before `last`. */
export interface PassageRange {
  first: number;
  last: number;
}
