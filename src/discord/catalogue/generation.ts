import type { PassageStore } from '../../store/types.ts';

/** What the bot reads of the index; one generation of it. */
export type Generation = Pick<
  PassageStore,
  'manifest' | 'articles' | 'card' | 'read' | 'articlesWith' | 'headings' | 'searchKeywords'
>;
