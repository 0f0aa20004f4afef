import type { Answer } from '../../passage.ts';
import { MAX_NEAREST } from '../../retrieval/tuning.ts';
import { referenceToArticle } from '../buttons/references.ts';
import {
  button,
  card,
  lengthOf,
  type Reply,
  reply,
  row,
  STATUS_COLOURS,
  section,
  text,
} from '../message/components.ts';
import { LIMITS } from '../text/limits.ts';
import type { View } from '../turn/turn.ts';
import { type AnswerView, OWN_WORDS } from './answer-view.ts';
import { deleteButton, humanButton, tellButton } from './card-buttons.ts';
import { citation, citedLine } from './citation.ts';
import { filterLine } from './filter-line.ts';
import { periodLine } from './period-line.ts';
import { repeatedQuestion } from './question-line.ts';

/** That no article answers, with the nearest ones, and who else may be asked. */
export function renderMiss(answer: Answer, view: View, look: AnswerView): Reply {
  const { words, ids, guildId } = view;
  const asked = [
    ...repeatedQuestion(look.question, look.part),
    ...filterLine(answer, words, look.part),
  ];
  const left = (look.room ?? LIMITS.text) - OWN_WORDS - lengthOf(asked);
  const most = look.nearest ?? MAX_NEAREST;
  const room = Math.floor(left / most);
  const nearest = answer.nearest.slice(0, most).map((article) => {
    const action = { do: 'look', article: referenceToArticle(article.id), paragraph: 0 } as const;
    const look = { emoji: '📖', label: words.lookUp };
    return section(
      citation(article, undefined, [article.url], words, room),
      button(ids.encode(action, guildId), look),
    );
  });
  const human = look.canAskHuman ? [humanButton(view)] : [];
  const buttons = [...human, ...(look.withoutDelete ? [] : deleteButton(view))];
  const said =
    answer.status === 'cited'
      ? citedLine(answer.citation, words)
      : [
          ...periodLine(answer, words),
          words.missed,
          ...(nearest.length > 0 ? [words.nearest] : []),
        ].join('\n');
  // A long label: in a row of its own it leaves the others side by side on a phone.
  const tell =
    answer.status === 'missed' && look.canBeTold && !answer.filter ? [tellButton(view)] : [];
  const below = [tell, buttons].filter((some) => some.length > 0).map(row);
  return reply(card([...asked, text(said), ...nearest, ...below], STATUS_COLOURS.missed));
}
