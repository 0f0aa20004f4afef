export { type ArticleWarning, articleId, isArticleName, isHidden } from './article-files.ts';
export { ArticleParser } from './article-parser.ts';
export { hashCorpus } from './corpus-hash.ts';
export { embeddingTexts } from './embedding-texts.ts';
export { endingFor } from './formats/index.ts';
export { type KeptArticle, knownFiles, recordFiles } from './known-files.ts';
export { asks, bodyOf, introductionOf, modelText } from './model-text.ts';
export type { ParsedArticle } from './parse-article.ts';
export {
  type ChangedCorpus,
  type Corpus,
  type ReadOptions,
  readChangedCorpus,
  readCorpus,
} from './read-corpus.ts';
export { sentenceTexts } from './row-texts.ts';
export { splitSentences } from './sentences.ts';
export {
  linesWithin,
  type Style,
  type StyledLine,
  styledLines,
  type Unit,
} from './styled-lines.ts';
