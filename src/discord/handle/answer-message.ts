import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { line } from '../message/components.ts';
import { renderOutcome } from '../render/answer.ts';
import { refusalText } from '../render/refusal-text.ts';
import { mayWrite } from '../sending/permissions.ts';
import type { InteractionTurn } from '../turn/interaction-turn.ts';
import { keepMissed } from './answer-questions.ts';
import { canAskHuman } from './call-human.ts';
import { withoutMention } from './forum-post.ts';
import { isGuest } from './is-guest.ts';
import { textOfTarget } from './on-card.ts';
import { canBeTold } from './tell-later.ts';

/**
 * The message command "Answer with quotes": a public reply to the message, asked for by whoever used
 * the command. Where the bot cannot reply, the answer is a private one, which can be posted.
 */
export async function handleAnswerMessage(
  turn: InteractionTurn,
  command: MessageContextMenuCommandInteraction,
): Promise<void> {
  await turn.defer();
  const { bot, words } = turn;
  const { targetMessage: target } = command;
  const text = withoutMention(textOfTarget(command), bot.client.user.id);
  if (!/[\p{L}\p{N}]/u.test(text)) return turn.refuse(words.noWord);
  const mayReply = command.inCachedGuild() && !isGuest(command) && mayWrite(target);
  const place = mayReply ? turn.inPublic() : turn;
  const outcome = await bot.desk.ask(place.asker, text);
  if (outcome.kind !== 'answer') return turn.refuse(refusalText(outcome, words));
  await keepMissed(turn, outcome);
  const shown = renderOutcome(outcome, place, {
    question: outcome.answer.question,
    canAskHuman: mayReply && canAskHuman(bot, target),
    canBeTold: canBeTold(turn),
  });
  if (!mayReply) return turn.respond(shown);
  await target.reply({ ...shown, failIfNotExists: false });
  await turn.respond(line(words.answeredThere));
}
