import type { Trace } from '../types.ts';

/**
 * What was found for a question as it was typed, or with its spelling corrected: whichever is
 * likelier to answer. A correction that is wrong finds less than what it replaced.
 */
export function betterOf(typed: Trace, corrected: Trace): Trace {
  const seconds = { ...typed.seconds };
  for (const step of Object.keys(seconds) as (keyof typeof seconds)[]) {
    seconds[step] += corrected.seconds[step];
  }
  const { status, quotes, confidence } = typed.answer;
  const milliseconds = typed.answer.milliseconds + corrected.answer.milliseconds;
  const { answer } = corrected;
  if (confidence >= answer.confidence) {
    return { ...typed, answer: { ...typed.answer, milliseconds }, seconds };
  }
  const isSame = answer.status === status && answer.quotes[0]?.passageId === quotes[0]?.passageId;
  const searchedFor = isSame ? {} : { searchedFor: answer.question };
  return { ...corrected, answer: { ...answer, milliseconds, ...searchedFor }, seconds };
}
