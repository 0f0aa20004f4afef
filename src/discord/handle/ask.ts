import type { ChatInputCommandInteraction, Message } from 'discord.js';
import type { AskOptions } from '../../passage.ts';
import { searchedIds } from '../../retrieval/metadata/article-filter.ts';
import { referenceToArticle } from '../buttons/references.ts';
import { intentOf } from '../conversation/intent.ts';
import { filterText } from '../render/filter-line.ts';
import { refusalText } from '../render/refusal-text.ts';
import { repeated } from '../text/escape.ts';
import type { InteractionTurn } from '../turn/interaction-turn.ts';
import { askAll, refusalOf, renderAsked } from './answer-questions.ts';
import { canAskHuman } from './call-human.ts';
import { chosenFilter } from './chosen-filter.ts';
import { isGuest } from './is-guest.ts';
import { replyToIntent } from './reply-to-intent.ts';
import { canBeTold } from './tell-later.ts';

/** `/ask question [article] [tag] [author] [since] [until] [private]` */
export async function handleAsk(
  door: InteractionTurn,
  command: ChatInputCommandInteraction,
): Promise<void> {
  const hidden = command.options.getBoolean('private') ?? isGuest(command);
  const turn = hidden ? door : door.inPublic();
  const { bot, words, library } = turn;
  const wanted = command.options.getString('article');
  const article = wanted === null ? undefined : door.library.catalogue.resolve(wanted);
  if (wanted !== null && !article) return turn.refuse(words.noSuchArticle(repeated(wanted)));
  if (article && !library.card(article.id)) return turn.refuse(words.askPrivately);
  const chosen = chosenFilter(turn, command.options);
  if (typeof chosen === 'string') return turn.refuse(chosen);
  const named = filterText(chosen);
  const filter = named === '' ? undefined : chosen;
  const options = { ...(article && { articleIds: [article.id] }), ...(filter && { filter }) };
  if (searchedIds(options, library)?.length === 0) {
    return turn.refuse(`${words.noArticles} ${named}`);
  }
  const question = command.options.getString('question', true);
  const intent = intentOf(question);
  if (intent && !(article && intent.kind === 'find')) {
    const ask = (text: string, more: AskOptions) =>
      bot.desk.ask(turn.asker, text, { ...options, ...more });
    const reply = replyToIntent(turn, ask, intent, async () => article, filter);
    return turn.respond(await turn.deferIfLate(reply));
  }
  const asked = await turn.deferIfLate(askAll(turn, question, { options }));
  const refusal = refusalOf(asked);
  if (refusal) return turn.refuse(refusalText(refusal, words));
  const shown = renderAsked(asked, turn, {
    question: asked.answered[0].question,
    scope: article && referenceToArticle(article.id),
    canAskHuman: !hidden && command.channel !== null && canAskHuman(bot, command as Place),
    canBeTold: canBeTold(turn),
  });
  await turn.respond(shown);
}

type Place = Pick<Message, 'channel' | 'guild'>;
