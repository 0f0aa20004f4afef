import type { AskOptions } from '../../passage.ts';
import type { Bot } from '../bot.ts';
import { languageOf } from '../conversation/language.ts';
import { splitQuestions } from '../conversation/split-questions.ts';
import { catalogueOf } from '../find/catalogue.ts';
import { MAX_QUESTION } from '../questions/clean-question.ts';
import type { Asker, Outcome } from '../questions/desk.ts';
import type { AnswerView } from '../render/answer.ts';
import type { Reply } from '../render/components.ts';
import type { ViewContext } from '../render/context.ts';
import { renderOutcome } from '../render/outcome.ts';
import { type AnsweredQuestion, MAX_PARTS, renderSeveral } from '../render/several.ts';
import { goesOnFrom } from './asked-before.ts';

export interface Asking {
  asker: Asker;
  view: ViewContext;
  options: AskOptions;
  shown: AnswerView;
  /** Repeat the question above its answer, where it stands nowhere else in the channel. */
  repeats: boolean;
}

/** The reply to a text that asks one question, or several. Misses are kept for the admins. */
export async function answerQuestions(bot: Bot, written: string, asking: Asking): Promise<Reply> {
  const { view, options, shown } = asking;
  const questions = written.length > MAX_QUESTION ? [written] : splitQuestions(written);
  if (questions.length <= 1) {
    const outcome = await ask(bot, asking.asker, written, options);
    const question = outcome.kind === 'answer' ? outcome.answer.question : undefined;
    const foreign = foreignLanguage(written, outcome);
    return renderOutcome(outcome, view, {
      ...shown,
      foreign,
      question: asking.repeats ? question : undefined,
    });
  }
  const answered: AnsweredQuestion[] = [];
  for (const question of questions.slice(0, MAX_PARTS)) {
    const before = answered.at(-1);
    const earlier = before ? leaningOn(before, question) : options.earlier;
    const { articleIds } = options;
    const outcome = await ask(bot, asking.asker, question, {
      top: 1,
      ...(articleIds && { articleIds }),
      ...(earlier && { earlier }),
    });
    answered.push({ question, outcome, foreign: foreignLanguage(question, outcome) });
  }
  const left = questions.length - answered.length;
  const note = left > 0 ? view.words.onlySome(MAX_PARTS) : undefined;
  return renderSeveral(answered, note, view, shown);
}

async function ask(
  bot: Bot,
  asker: Asker,
  question: string,
  options: AskOptions,
): Promise<Outcome> {
  const outcome = await bot.desk.ask(asker, question, options);
  if (outcome.kind === 'answer' && outcome.answer.status === 'missed') {
    const { userId, guildId } = asker;
    await bot.kept.keep({ userId, guildId, question: outcome.answer.question, why: 'missed' });
  }
  return outcome;
}

/** A sure answer stands whatever the question's language is. */
function foreignLanguage(question: string, outcome: Outcome): string | undefined {
  if (outcome.kind !== 'answer') return undefined;
  const { answer, library } = outcome;
  if (answer.status === 'answered' || answer.citation) return undefined;
  const language = languageOf(question);
  if (language === undefined) return undefined;
  const known = catalogueOf(library).languages();
  return known.length === 0 || known.includes(language) ? undefined : language;
}

function leaningOn({ question, outcome }: AnsweredQuestion, next: string): AskOptions['earlier'] {
  const quotes = outcome.kind === 'answer' ? outcome.answer.quotes : [];
  return goesOnFrom(question, [...new Set(quotes.map(({ article }) => article.id))], next);
}
