import type { PassageStore } from '../../store/types.ts';

/** What the bot reads of the index; one generation of it. */
export interface Generation
  extends Pick<
    PassageStore,
    'manifest' | 'articles' | 'card' | 'read' | 'articlesWith' | 'headings' | 'searchKeywords'
  > {
  /** The same with some of its articles, as if the others had never been in it. */
  within(articleIds: ReadonlySet<string>): Generation;
}
