import { EVERYTHING } from '../../scopes/scope.ts';
import type { Turn } from '../turn/turn.ts';

/**
 * Why a button finds its article no more: it is gone, or it is not for whoever pressed the button
 * to see. The button says already that there was one.
 */
export function whyGone({ bot, words }: Turn, article: string): string {
  const isThere = bot.library(EVERYTHING).catalogue.find(article) !== undefined;
  return isThere ? words.articleHidden : words.articleGone;
}
