export { type ReadPage, readPage, type Saved, savePage } from './add-page.ts';
export { FeedStates } from './feed-state.ts';
export { readFeed } from './read-feed.ts';
export { Web } from './web.ts';
