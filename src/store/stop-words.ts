/**
 * The English words that Lucene's StandardAnalyzer left out, and the words that make a question of
 * a sentence. A longer list ranks worse: "first", "most" and "no" tell passages apart.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    'a an and are as at be but by for if in into is it no not of on or such that the their then',
    'there these they this to was will with',
    'how what when where which who whom whose why did do does',
  ]
    .join(' ')
    .split(' '),
);
