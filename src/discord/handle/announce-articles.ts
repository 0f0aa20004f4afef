import type { SendableChannels } from 'discord.js';
import type { ArticleCard } from '../../passage.ts';
import { EVERYTHING } from '../../scopes/scope.ts';
import type { Bot } from '../bot.ts';
import type { Library } from '../catalogue/library.ts';
import { wordsFor } from '../locales/words.ts';
import { renderOpening } from '../render/paragraphs.ts';
import { channelsUpFrom } from '../turn/place.ts';
import { indexSwaps } from './index-swaps.ts';

/** Of one change of the index: a whole archive that is added at once is no news. */
const MAX_ANNOUNCED = 5;

/**
 * Posts the opening of each new article in a channel, from now on, whenever another generation of
 * the index answers. Ends with the signal.
 *
 * @param everyMs how often it is looked whether the index was swapped
 */
export async function announceNewArticles(
  bot: Bot,
  channelId: string,
  everyMs: number,
  stopped: AbortSignal,
): Promise<void> {
  let known = bot.library(EVERYTHING);
  for await (const whole of indexSwaps(bot, everyMs, stopped)) {
    const isNew = ({ id }: ArticleCard) => known.card(id) === undefined;
    if (whole.articles().some(isNew)) {
      await announceAll(bot, channelId, isNew).catch((error) => {
        bot.report(error, 'announcements');
      });
    }
    known = whole;
  }
}

/** Announces what is new and what the channel sees. */
async function announceAll(
  bot: Bot,
  channelId: string,
  isNew: (article: ArticleCard) => boolean,
): Promise<void> {
  const channel = await bot.client.channels.fetch(channelId);
  if (!channel?.isSendable()) throw new Error(`ANNOUNCE_CHANNEL ${channelId} takes no messages`);
  const guildId = 'guildId' in channel ? channel.guildId : null;
  const place = { isDm: false, guildId, channelIds: channelsUpFrom(channel), roleIds: [] };
  const library = bot.library(bot.scopes.at(place));
  const fresh = library.articles().filter(isNew);
  for (const article of fresh.slice(0, MAX_ANNOUNCED)) {
    await announce(bot, channel, article, library).catch((error) => {
      bot.report(error, 'announcement');
    });
  }
  if (fresh.length > MAX_ANNOUNCED) {
    bot.log.info({ added: fresh.length, announced: MAX_ANNOUNCED }, 'many new articles');
  }
}

async function announce(
  bot: Bot,
  channel: SendableChannels,
  { id }: ArticleCard,
  library: Library,
): Promise<void> {
  const shelf = await library.read([id]);
  const article = shelf.article(id);
  const [first] = shelf.passagesOf(id);
  if (!article || !first) return;
  const guild = 'guild' in channel ? channel.guild : undefined;
  const words = wordsFor(guild?.preferredLocale);
  const view = {
    words,
    library,
    shelf,
    ids: bot.ids,
    guildId: guild?.id ?? null,
    askerId: bot.client.user.id,
    private: false,
    report: bot.report,
  };
  await channel.send(renderOpening(article, first, words.newArticle, view));
}
