import type { BotState } from '../discord/create-bot.ts';
import type { Manifest } from '../store/types.ts';

/** What is looked at whenever somebody asks; undefined until it is there. */
export interface Running {
  /** Of the index that answers now. */
  index: () => Manifest | undefined;
  bot: () => BotState | undefined;
  /** Open questions are finished, and nothing new is taken. */
  isStopping: () => boolean;
}

export type Health =
  | { status: 'ok'; generation: string; articles: number; passages: number }
  | { status: 'unavailable'; reason: string };

/** Whether questions are answered now; if not, why. */
export function healthOf({ index, bot, isStopping }: Running): Health {
  if (isStopping()) return unavailable('the bot is stopping');
  const manifest = index();
  if (!manifest) return unavailable('no index is open yet');
  const { ready, all } = bot()?.shards ?? { ready: 0, all: 0 };
  if (all === 0) return unavailable('the bot has not logged in to Discord yet');
  if (ready < all) {
    return unavailable(`${all - ready} of ${all} connections to Discord's gateway are down`);
  }
  const { generation, articles, passages } = manifest;
  return { status: 'ok', generation, articles, passages };
}

function unavailable(reason: string): Health {
  return { status: 'unavailable', reason };
}
