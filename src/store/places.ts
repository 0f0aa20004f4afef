export interface PassageScore {
  /** The place of the passage in its segment, from 0. */
  passage: number;
  score: number;
}

/** How near the vectors of a passage come to a query's. */
export interface VectorScore extends PassageScore {
  /** The cosine of the vector of the whole passage; `score` is that of the best of all. */
  whole: number;
}

/** The places of passages that follow each other in a segment: from `first` to before `last`. */
export interface PassageRange {
  first: number;
  last: number;
}
