export { type ArticleWarning, isArticleName, isHidden } from './article-files.ts';
export { ArticleParser } from './article-parser.ts';
export { hashCorpus } from './corpus-hash.ts';
export { embeddingTexts } from './embedding-texts.ts';
export { type KeptArticle, knownFiles, recordFiles } from './known-files.ts';
export { asks, introductionOf, modelText } from './model-text.ts';
export type { ParsedArticle } from './parse-article.ts';
export {
  type ChangedCorpus,
  type Corpus,
  type ReadOptions,
  readChangedCorpus,
  readCorpus,
} from './read-corpus.ts';
export { splitSentences } from './sentences.ts';
export {
  linesWithin,
  type Style,
  type StyledLine,
  styledLines,
  type Unit,
} from './styled-lines.ts';
