/** Something that answers questions about the sample articles with a passage. */
export interface AnsweringSystem {
  /** Makes its index of the sample articles in an empty folder. */
  build(folder: string): Promise<void>;
  open(folder: string): Promise<Answering>;
}

export interface Answering {
  /** The id of the passage that answers best, or null where none is said to. */
  ask(question: string): Promise<string | null>;
  close(): Promise<void>;
}
