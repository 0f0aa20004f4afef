import type { Answer } from '../../passage.ts';
import { MAX_NEAREST } from '../../retrieval/tuning.ts';
import { wordsIn } from '../locales/words.ts';
import type { Reply } from '../message/components.ts';
import type { View } from '../turn/turn.ts';
import type { AnswerView } from './answer-view.ts';
import { renderArticles } from './article-list.ts';
import { deleteButton, humanButton } from './card-buttons.ts';
import { repeatedQuestion } from './question-line.ts';

/**
 * That a question is in a language that no article is in, said in that language where the bot
 * speaks it, with the nearest articles.
 */
export function renderForeign(
  answer: Answer,
  language: string,
  view: View,
  look: AnswerView,
): Reply {
  const words = wordsIn(language) ?? view.words;
  const inLanguage = { ...view, words };
  const nearest = answer.nearest.slice(0, look.nearest ?? MAX_NEAREST);
  const said = words.otherLanguage([...view.library.catalogue.languages()], language);
  return renderArticles(
    [said, ...(nearest.length > 0 ? [words.nearest] : [])].join('\n'),
    nearest,
    inLanguage,
    {
      above: repeatedQuestion(look.question, look.part),
      buttons: [
        ...(look.canAskHuman ? [humanButton(inLanguage)] : []),
        ...(look.withoutDelete ? [] : deleteButton(inLanguage)),
      ],
    },
  );
}
