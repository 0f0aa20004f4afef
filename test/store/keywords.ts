import { encodeKeywords } from '../../src/store/keyword-codec.ts';
import { KeywordIndex } from '../../src/store/keyword-index.ts';
import { KeywordSegment } from '../../src/store/keyword-segment.ts';
import { termSequences } from '../../src/store/term-sequences.ts';
import { termsOf } from '../../src/store/terms.ts';

/** The keywords of a segment with these texts, as they are read from its file. */
export async function keywordsOf(texts: readonly string[]): Promise<KeywordSegment> {
  return new KeywordSegment(
    await encodeKeywords(await termSequences(texts.map((text) => termsOf(text)))),
  );
}

/** An index of these texts, in one segment. */
export async function keywordIndexOf(texts: readonly string[]): Promise<KeywordIndex> {
  const keywords = await keywordsOf(texts);
  const live = [{ first: 0, last: texts.length }];
  return new KeywordIndex([{ keywords, live, dead: [], placeOf: (passage) => passage }], ['en']);
}
