import { renderScope } from '../render/scope.ts';
import type { InteractionTurn } from '../turn/interaction-turn.ts';

/** `/scope` */
export async function handleScope(turn: InteractionTurn): Promise<void> {
  await turn.respond(renderScope(turn.inPublic(), turn, turn.bot.scopes.isOutdated));
}
