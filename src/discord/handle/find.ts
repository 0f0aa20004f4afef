import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { refusalText } from '../render/refusal-text.ts';
import { renderSimilar } from '../render/similar.ts';
import { cutIndex } from '../text/graphemes.ts';
import type { Turn } from '../turn/turn.ts';
import { textOfTarget } from './on-card.ts';

/** Characters of the message that are searched for: about what the model reads. */
const MAX_SEARCHED = 1_500;
const PASSAGES = 4;

/** The message command "Find in articles": the passages nearest to a message, privately. */
export async function handleFind(
  turn: Turn,
  on: MessageContextMenuCommandInteraction,
): Promise<void> {
  await turn.defer();
  const { bot, words } = turn;
  const text = textOfTarget(on);
  if (!/[\p{L}\p{N}]/u.test(text)) return turn.refuse(words.nothingToFind);
  const searched = text.slice(0, cutIndex(text, MAX_SEARCHED));
  const outcome = await bot.desk.similar(turn.asker, searched, PASSAGES);
  if (outcome.kind !== 'quotes') return turn.refuse(refusalText(outcome, words));
  const { library, shelf } = outcome;
  await turn.respond(renderSimilar(outcome.quotes, { ...turn, library, shelf }));
}
