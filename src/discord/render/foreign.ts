import type { Answer } from '../../passage.ts';
import { MAX_NEAREST } from '../../retrieval/tuning.ts';
import { wordsIn } from '../locales/words.ts';
import type { Reply } from '../message/components.ts';
import { type AnswerView, deleteButton, humanButton, questionLine } from './answer.ts';
import { renderArticles } from './article-list.ts';
import type { ViewContext } from './context.ts';

/**
 * That a question is in a language that no article is in, said in that language where the bot
 * speaks it, with the nearest articles.
 */
export function renderForeign(
  answer: Answer,
  language: string,
  context: ViewContext,
  view: AnswerView,
): Reply {
  const words = wordsIn(language) ?? context.words;
  const inLanguage = { ...context, words };
  const nearest = answer.nearest.slice(0, view.nearest ?? MAX_NEAREST);
  const said = words.otherLanguage([...context.library.catalogue.languages()], language);
  return renderArticles(
    [said, ...(nearest.length > 0 ? [words.nearest] : [])].join('\n'),
    nearest,
    inLanguage,
    {
      above: view.question === undefined ? [] : [questionLine(view.question, view.part)],
      buttons: [
        ...(view.canAskHuman ? [humanButton(inLanguage)] : []),
        ...(view.withoutDelete ? [] : deleteButton(inLanguage)),
      ],
    },
  );
}
