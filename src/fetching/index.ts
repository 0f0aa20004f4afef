export { type ReadPage, readPage } from './add-page.ts';
export { download } from './download.ts';
export { FeedStates } from './feed-state.ts';
export { freeName, type NewFile, type OldFile, oldFile, replaceOld, saveNew } from './new-file.ts';
export { tooLarge } from './read-all.ts';
export { readFeed } from './read-feed.ts';
export { type ReadUpload, readUpload } from './read-upload.ts';
export { type Saved, savePage } from './save-page.ts';
export { Web } from './web.ts';
