import { languageOf } from '../../corpus/language.ts';
import type { AskOptions } from '../../passage.ts';
import { splitQuestions } from '../conversation/split-questions.ts';
import type { Reply } from '../message/components.ts';
import { MAX_QUESTION } from '../questions/clean-question.ts';
import type { Admission, Outcome, Refusal } from '../questions/desk.ts';
import { renderOutcome } from '../render/answer.ts';
import type { AnswerView } from '../render/answer-view.ts';
import { type AnsweredQuestion, MAX_PARTS, renderSeveral } from '../render/several.ts';
import type { Turn, View } from '../turn/turn.ts';
import { goesOnFrom } from './follow-up.ts';

export interface Asking {
  /** For the first question; the others keep its articles. */
  options: AskOptions;
  /** Given where the asker may ask one question already; each further one counts anew. */
  admission?: Admission;
  onWork?: () => void;
}

/** What became of the questions of one text. */
export interface Asked {
  answered: [AnsweredQuestion, ...AnsweredQuestion[]];
  /** Questions that were too many. */
  left: number;
}

/** Asks all questions of a text. Misses are kept for the admins. */
export async function askAll(turn: Turn, written: string, asking: Asking): Promise<Asked> {
  const split = written.length > MAX_QUESTION ? [] : splitQuestions(written);
  const [first, ...others] = split.length > 1 ? split : [written];
  const { articleIds, filter } = asking.options;
  const options = others.length > 0 ? { ...asking.options, top: 1 } : asking.options;
  const answered: Asked['answered'] = [await ask(turn, first ?? '', options, asking)];
  for (const question of others.slice(0, MAX_PARTS - 1)) {
    const earlier = leaningOn(answered.at(-1) ?? answered[0], question);
    const further = {
      top: 1,
      ...(articleIds && { articleIds }),
      ...(filter && { filter }),
      ...(earlier && { earlier }),
    };
    const { onWork } = asking;
    answered.push(await ask(turn, question, further, { ...(onWork && { onWork }) }));
  }
  return { answered, left: others.length + 1 - answered.length };
}

/** Why nothing was answered; undefined where something was. */
export function refusalOf({ answered }: Asked): Refusal | undefined {
  const [{ outcome }] = answered;
  const refused = answered.every((one) => one.outcome.kind !== 'answer');
  return refused && outcome.kind !== 'answer' ? outcome : undefined;
}

/** @param look its `question` is repeated above the answer; several questions always are */
export function renderAsked({ answered, left }: Asked, view: View, look: AnswerView): Reply {
  const [{ outcome, foreign }] = answered;
  if (answered.length === 1) return renderOutcome(outcome, view, { ...look, foreign });
  const note = left > 0 ? view.words.onlySome(MAX_PARTS) : undefined;
  return renderSeveral(answered, note, view, look);
}

async function ask(
  turn: Turn,
  written: string,
  options: AskOptions,
  { admission, onWork }: Omit<Asking, 'options'>,
): Promise<AnsweredQuestion> {
  const admitted = admission ?? (await turn.bot.desk.admit(turn.asker));
  const outcome =
    admitted.kind === 'admitted' ? await admitted.ask(written, options, onWork) : admitted;
  await keepMissed(turn, outcome);
  const question = outcome.kind === 'answer' ? outcome.answer.question : written;
  return { question, outcome, foreign: foreignLanguage(question, outcome) };
}

/** Keeps a question that no article answers for the admins, if the owner wants that. */
export async function keepMissed({ bot, asker }: Turn, outcome: Outcome): Promise<void> {
  if (outcome.kind !== 'answer' || outcome.answer.status === 'listed') return;
  if (outcome.answer.quotes.length > 0) return;
  await bot.kept.keep({ ...asker, question: outcome.answer.question, why: 'missed' });
}

/** A sure answer stands whatever the question's language is. */
export function foreignLanguage(question: string, outcome: Outcome): string | undefined {
  if (outcome.kind !== 'answer') return undefined;
  const { answer, library } = outcome;
  if (answer.status === 'answered' || answer.status === 'cited') return undefined;
  const language = languageOf(question);
  if (language === undefined) return undefined;
  const known = library.catalogue.languages();
  return known.length === 0 || known.includes(language) ? undefined : language;
}

function leaningOn({ question, outcome }: AnsweredQuestion, next: string): AskOptions['earlier'] {
  const quotes = outcome.kind === 'answer' ? outcome.answer.quotes : [];
  return goesOnFrom(question, [...new Set(quotes.map(({ article }) => article.id))], next);
}
