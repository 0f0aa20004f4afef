import { z } from 'zod';
import { readJsonLines } from './formats/read.ts';

/** Words that answer, and where they stand. */
const place = z.strictObject({
  /** The article's id: its path below the corpus without the ending. */
  article: z.string().min(1),
  /** 1-based, counted as {@link Passage.paragraph} is. */
  paragraph: z.int().positive(),
  /** A literal piece of that paragraph's source text. */
  answer: z.string().min(1),
});

const answerable = place.extend({
  question: z.string().trim().min(1),
  /** Other paragraphs that answer as well. */
  also: z.array(place).min(1).optional(),
});

const unanswerable = z.strictObject({
  question: z.string().trim().min(1),
  answer: z.null(),
  /** `near-miss`: the articles speak of what is asked about, but do not say what is asked. */
  kind: z.enum(['outside', 'near-miss']),
});

/** A line of `questions.jsonl`; `answer` is null where no article answers. */
export const questionSchema = z.union([answerable, unanswerable], { error: firstFault });

export type Question = z.output<typeof questionSchema>;
export type AnswerableQuestion = z.output<typeof answerable>;

/**
 * Reads questions about a corpus, one JSON object a line; empty lines are skipped.
 *
 * @throws CorpusError in one line that names the file, the line and what is wrong there.
 */
export function readQuestions(file: string): Question[] {
  return readJsonLines(file, questionSchema).map(({ value }) => value);
}

/** What is wrong with the form that was meant: zod itself says of a union only "invalid input". */
function firstFault(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  const input = issue.input as { answer?: unknown } | null | undefined;
  const fault = issue.errors[input?.answer === null ? 1 : 0]?.[0];
  return fault && [z.core.toDotPath(fault.path), fault.message].filter(Boolean).join(': ');
}
