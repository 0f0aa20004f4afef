import { QuestionError } from '../errors.ts';

/** Longest question in characters (UTF-16 code units): the models read about 500 tokens. */
export const MAX_QUESTION_LENGTH = 2_000;

/**
 * The question with its white space tidied, ready to be searched for.
 *
 * @throws QuestionError when it is empty, too long, or holds no letter and no digit.
 */
export function parseQuestion(input: string): string {
  const question = input.replace(/\s+/gu, ' ').trim();
  if (question === '') {
    throw new QuestionError('The question is empty: write it in quotes after the command.');
  }
  if (question.length > MAX_QUESTION_LENGTH) {
    throw new QuestionError(
      `The question has ${question.length} characters; at most ${MAX_QUESTION_LENGTH} are searched for: ask it in fewer words.`,
    );
  }
  if (!/[\p{L}\p{N}]/u.test(question)) {
    throw new QuestionError(
      `The question ${JSON.stringify(cut(question))} holds no word: ask in words.`,
    );
  }
  return question;
}

/** A question in capitals throughout, in small ones: no word of it is a name more than another. */
export function withoutShouting(question: string): string {
  return /\p{Ll}/u.test(question) ? question : question.toLowerCase();
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
