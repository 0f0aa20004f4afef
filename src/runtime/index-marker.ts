/**
 * The file that marks a folder as an index: the store puts it there, and the walk over a corpus
 * leaves such a folder out.
 */
export const INDEX_MARKER = '.pullquote-index';
