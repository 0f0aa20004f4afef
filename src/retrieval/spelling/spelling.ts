import type { PassageStore } from '../../store/types.ts';
import { type IsEnglish, readEnglishWords } from './english-words.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/** What is known of words. */
export interface Spelling {
  vocabulary: () => Promise<Vocabulary>;
  isEnglish: () => Promise<IsEnglish>;
}

/** Nothing is read before the first question that has an unknown word. */
export function createSpelling(store: Pick<PassageStore, 'articlesWith'>): Spelling {
  let vocabulary: Promise<Vocabulary> | undefined;
  let english: Promise<IsEnglish> | undefined;
  return {
    vocabulary: () => (vocabulary ??= readVocabulary(store)),
    isEnglish: () => (english ??= readEnglishWords()),
  };
}
