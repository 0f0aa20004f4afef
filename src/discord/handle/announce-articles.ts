import type { ArticleCard } from '../../passage.ts';
import type { Bot } from '../bot.ts';
import type { Library } from '../catalogue/library.ts';
import { wordsFor } from '../locales/words.ts';
import { renderOpening } from '../render/paragraphs.ts';
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
  let before = bot.library();
  for await (const library of indexSwaps(bot, everyMs, stopped)) {
    const known = before;
    before = library;
    const fresh = library.articles().filter(({ id }) => known.card(id) === undefined);
    for (const article of fresh.slice(0, MAX_ANNOUNCED)) {
      await announce(bot, channelId, article, library).catch((error) => {
        bot.report(error, 'announcement');
      });
    }
    if (fresh.length > MAX_ANNOUNCED) {
      bot.log.info({ added: fresh.length, announced: MAX_ANNOUNCED }, 'many new articles');
    }
  }
}

async function announce(
  bot: Bot,
  channelId: string,
  { id }: ArticleCard,
  library: Library,
): Promise<void> {
  const shelf = await library.read([id]);
  const article = shelf.article(id);
  const [first] = shelf.passagesOf(id);
  const channel = await bot.client.channels.fetch(channelId);
  if (!channel?.isSendable()) throw new Error(`ANNOUNCE_CHANNEL ${channelId} takes no messages`);
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
