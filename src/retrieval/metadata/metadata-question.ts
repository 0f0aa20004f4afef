import { compileRules } from '../rules/compile-rules.ts';
import { type PlainWord, plainWords } from '../rules/plain-words.ts';
import { type SaidWords, writtenBetween } from '../rules/said-words.ts';
import { type Period, periodsIn, type SaidPeriod } from './period/periods.ts';
import { METADATA_RULES } from './rules/index.ts';
import { BARE_WHEN, METADATA_KINDS, type MetadataKind, WHEN } from './rules/metadata-rules.ts';

/** One way to read a question as one for what is known of articles. */
export interface MetadataQuestion {
  asked: MetadataKind;
  /** In the question's own words. */
  author: string | undefined;
  subject: string | undefined;
  period: Period | undefined;
  /** What is asked of the text of articles of a period: the question without that. */
  rest: string;
}

/** A longer question says more than any of the rules. */
const MAX_WORDS = 30;

const RULES = METADATA_RULES.map((one) => compileRules(one));

/**
 * The ways to read a question so, the likeliest first; none for most questions. Whether an author is
 * one of an article, or an article has a date at all, is not decided here.
 *
 * @param today the day that "last year" is counted from, ISO 8601
 */
export function metadataQuestions(text: string, today: string): MetadataQuestion[] {
  const words = plainWords(text);
  if (words.length === 0 || words.length > MAX_WORDS) return [];
  const said = words.map(({ plain }) => plain).join(' ');
  const whole: SaidWords = { text, words, said };
  const withPeriod = periodsIn(said, today).map((period) => ({
    period,
    ...withMark(whole, period),
  }));
  return [...withPeriod, { period: undefined, ...whole }].flatMap(readings);
}

/** The words with a mark in place of a period. */
function withMark({ text, words, said }: SaidWords, { start, end, isBare }: SaidPeriod): SaidWords {
  const first = said.slice(0, start).split(' ').length - 1;
  const last = said.slice(0, end).split(' ').length - 1;
  const mark: PlainWord = {
    plain: isBare ? BARE_WHEN : WHEN,
    start: words[first]?.start ?? 0,
    end: words[last]?.end ?? 0,
  };
  const marked = [...words.slice(0, first), mark, ...words.slice(last + 1)];
  return { text, words: marked, said: marked.map(({ plain }) => plain).join(' ') };
}

function readings({
  period,
  ...whole
}: SaidWords & { period: SaidPeriod | undefined }): MetadataQuestion[] {
  return RULES.flatMap(({ patterns }) =>
    METADATA_KINDS.flatMap((asked) =>
      patterns[asked].flatMap((pattern): MetadataQuestion[] => {
        const match = pattern.exec(whole.said);
        if (!match) return [];
        const group = (name: string) => {
          const at = match.indices?.groups?.[name];
          return at && writtenBetween(whole, at[0], at[1]);
        };
        const rest = group('rest') ?? withoutPeriod(whole);
        return [{ asked, author: group('author'), subject: group('subject'), period, rest }];
      }),
    ),
  );
}

function withoutPeriod({ text, words }: SaidWords): string {
  const mark = words.find(({ plain }) => plain === WHEN || plain === BARE_WHEN);
  if (!mark) return text;
  return `${text.slice(0, mark.start)}${text.slice(mark.end)}`
    .replace(/\s+(?=[\s?!.,])/gu, '')
    .replace(/^[\s,]+/u, '');
}
