import { EVERYTHING } from '../../scopes/scope.ts';
import type { Turn } from '../turn/turn.ts';

/**
 * Why a button finds its article no more: it is gone, or it is not for whoever pressed the button
 * to see. The button says already that there was one.
 */
export function whyGone(turn: Turn, article: string): string {
  return isHidden(turn, article) ? turn.words.articleHidden : turn.words.articleGone;
}

/** Whether there is an article that a turn does not see. */
export function isHidden({ bot, library }: Turn, article: string): boolean {
  const isThere = bot.library(EVERYTHING).catalogue.find(article) !== undefined;
  return isThere && library.catalogue.find(article) === undefined;
}
