export interface PassageScore {
  /** The place of the passage in its segment, from 0. */
  passage: number;
  score: number;
}

/** The places of passages that follow each other in a segment: from `first` to before `last`. */
export interface PassageRange {
  first: number;
  last: number;
}
