import type { ChatInputCommandInteraction, Message } from 'discord.js';
import { referenceToArticle } from '../buttons/references.ts';
import { intentOf } from '../conversation/intent.ts';
import { refusalText } from '../render/refusal-text.ts';
import { repeated } from '../text/escape.ts';
import type { InteractionTurn } from '../turn/interaction-turn.ts';
import { askAll, refusalOf, renderAsked } from './answer-questions.ts';
import { canAskHuman } from './call-human.ts';
import { isGuest } from './is-guest.ts';
import { replyToIntent } from './reply-to-intent.ts';
import { canBeTold } from './tell-later.ts';

/** `/ask question [article] [private]` */
export async function handleAsk(
  door: InteractionTurn,
  command: ChatInputCommandInteraction,
): Promise<void> {
  const hidden = command.options.getBoolean('private') ?? isGuest(command);
  const turn = hidden ? door : door.inPublic();
  const { bot, words, library } = turn;
  const wanted = command.options.getString('article');
  const article = wanted === null ? undefined : library.catalogue.resolve(wanted);
  if (wanted !== null && !article) {
    const isMine = door.library.catalogue.resolve(wanted) !== undefined;
    return turn.refuse(isMine ? words.askPrivately : words.noSuchArticle(repeated(wanted)));
  }
  const question = command.options.getString('question', true);
  const intent = intentOf(question);
  if (intent && !(article && intent.kind === 'find')) {
    const ask = (subject: string) => bot.desk.ask(turn.asker, subject);
    const reply = replyToIntent(turn, ask, intent, async () => article);
    return turn.respond(await turn.deferIfLate(reply));
  }
  const options = article ? { articleIds: [article.id] } : {};
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
