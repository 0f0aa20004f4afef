import type { ArticleCard, Passage, Sentence } from '../passage.ts';
import type { StoredArticle } from './types.ts';

/** What is stored of a passage; what follows from the article's text and the offsets is not. */
export interface PassageRecord {
  start: number;
  end: number;
  headings?: string[];
  /** `start`, `end` of each sentence, counted from the start of the passage. */
  sentences: number[];
  plain?: string;
  page?: number;
  /** By number of the sentence. */
  plainSentences?: Record<string, string>;
}

/** What is stored of an article besides its card. */
export interface ArticleRecord {
  text: string;
  passages: PassageRecord[];
}

export function recordOfPassage(passage: Passage) {
  const { start, end, text, plain, headings, page, sentences } = passage;
  const plainSentences = sentences.flatMap((sentence, i) =>
    sentence.plain === text.slice(sentence.start - start, sentence.end - start)
      ? []
      : [[i, sentence.plain] as const],
  );
  const record: PassageRecord = {
    start,
    end,
    ...(headings.length > 0 && { headings }),
    sentences: sentences.flatMap((sentence) => [sentence.start - start, sentence.end - start]),
    ...(plain !== text && { plain }),
    ...(page !== undefined && { page }),
    ...(plainSentences.length > 0 && { plainSentences: Object.fromEntries(plainSentences) }),
  };
  return record;
}

export function articleOf(card: ArticleCard, { text, passages }: ArticleRecord): StoredArticle {
  return {
    article: { ...card, text },
    passages: passages.map((record, i) => passageOf(card.id, text, i + 1, record)),
  };
}

/** @throws RangeError when the offsets do not fit the text. */
export function passageOf(
  articleId: string,
  source: string,
  paragraph: number,
  record: PassageRecord,
): Passage {
  const { start, end } = record;
  const text = source.slice(start, end);
  if (text.length !== end - start) throw new RangeError(`${articleId}: passage out of its text`);
  return {
    id: `${articleId}#${paragraph}`,
    articleId,
    paragraph,
    start,
    end,
    text,
    plain: record.plain ?? text,
    headings: record.headings ?? [],
    sentences: sentencesOf(source, record),
    ...(record.page !== undefined && { page: record.page }),
  };
}

function sentencesOf(text: string, record: PassageRecord): Sentence[] {
  const sentences: Sentence[] = [];
  let last = record.start;
  for (let i = 0; i < record.sentences.length; i += 2) {
    const start = record.start + (record.sentences[i] ?? Number.NaN);
    const end = record.start + (record.sentences[i + 1] ?? Number.NaN);
    if (!(last <= start && start <= end && end <= record.end)) {
      throw new RangeError('sentence out of its passage');
    }
    last = end;
    const plain = record.plainSentences?.[i / 2] ?? text.slice(start, end);
    sentences.push({ start, end, plain });
  }
  return sentences;
}
