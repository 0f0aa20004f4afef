import { QUESTION_OPENERS, QUESTION_RULES } from './languages/index.ts';
import type { QuestionRules } from './languages/question-rules.ts';
import { leansOnEarlier } from './leans-on-earlier.ts';

const anyOf = (pattern: (rules: QuestionRules) => string) =>
  new RegExp(QUESTION_RULES.map((rules) => `(?:${pattern(rules)})`).join('|'), 'iu');

/** A question mark inside quotation marks or an address ends nothing. */
const AFTER_QUESTION = /(?<=[?？؟⸮][!?]*\)?)(?![!?)"'”’»])(?=\s|[\p{L}¿(])(?<!\S*:\/\/\S*)/u;
const LINE_END = /\s*\n\s*/u;
/** Numbers and dashes of a list. */
const LIST_MARK = /^(?:\d{1,2}[.)]|[-*•])\s+|\s+\d{1,2}[.)]$/gu;

/** Fewer words ask nothing of their own ("really?", "since when?"), except who did what. */
const MIN_WORDS = 3;
const WHO_DID = anyOf(({ whoDid }) => `^¿?(?:${whoDid})\\s+\\p{L}{3,}\\s*[?!]*$`);
/** Goes on with the question before. */
const GOES_ON = anyOf(({ alternative }) => `^¿?(?:${alternative})(?!\\p{L})`);

/** In one sentence both sides of an "and" have to be whole questions of this many words. */
const MIN_WORDS_JOINED = 4;
const JOINED = QUESTION_RULES.map(({ joined: { and, second, first, noSubject } }) => ({
  and: new RegExp(`,? ${and} ¿?(?=(?:${second}) )`, 'iu'),
  first: new RegExp(`^¿?(?:${first})\\s`, 'iu'),
  noSubject: new RegExp(`^¿?(?:${noSubject})$`, 'iu'),
}));

/**
 * The questions in a message, in its own words and order; one where it asks one thing. What stands
 * between two questions belongs to the second.
 */
export function splitQuestions(message: string): string[] {
  const pieces = message.split(LINE_END).flatMap((line) => line.split(AFTER_QUESTION));
  const questions: string[] = [];
  let before = '';
  const read = pieces.map((piece) => piece.trim().replace(LIST_MARK, ''));
  for (const [at, piece] of read.entries()) {
    if (asksAlone(piece, read[at + 1])) {
      questions.push(before === '' ? piece : `${before} ${piece}`);
      before = '';
    } else if (questions.length > 0 && before === '' && isMarked(piece)) {
      questions.push(`${questions.pop()} ${piece}`);
    } else if (piece !== '') before = before === '' ? piece : `${before} ${piece}`;
  }
  if (questions.length > 1) return questions;
  return splitSentence(message.trim());
}

/** Without a question mark a line may be the first half of the next one. */
function asksAlone(piece: string, next: string | undefined): boolean {
  if (GOES_ON.test(piece)) return false;
  const words = wordsOf(piece);
  if (isMarked(piece)) return words.length >= MIN_WORDS || WHO_DID.test(piece);
  return words.length > MIN_WORDS && opens(words) && (next === undefined || opens(wordsOf(next)));
}

/** "When did A open and who paid for B?": only where neither side needs the other. */
function splitSentence(sentence: string): string[] {
  for (const { and, first: asks, noSubject } of JOINED) {
    const joined = and.exec(sentence);
    if (!joined) continue;
    const first = sentence.slice(0, joined.index);
    const second = sentence.slice(joined.index + joined[0].length);
    const asksFirst = asks.test(first) && !noSubject.test(first);
    if (asksFirst && isWhole(first) && isWhole(second)) return [first, second];
  }
  return [sentence];
}

function isWhole(part: string): boolean {
  const words = wordsOf(part);
  return words.length >= MIN_WORDS_JOINED && opens(words) && !leansOnEarlier(part);
}

function isMarked(piece: string): boolean {
  return /[?？؟⸮]/u.test(piece);
}

function opens([first = '']: readonly string[]): boolean {
  return QUESTION_OPENERS.has(first.toLowerCase());
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
