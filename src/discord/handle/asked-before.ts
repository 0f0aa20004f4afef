import type { Message } from 'discord.js';
import type { Article, AskOptions } from '../../passage.ts';
import type { Bot } from '../bot.ts';
import { findArticle } from '../buttons/references.ts';
import { leansOnEarlier } from '../conversation/leans-on-earlier.ts';
import { customIdsOf, textsOf } from '../read/components.ts';
import { QUESTION_ID, QUESTION_PREFIX } from '../render/answer.ts';
import { unescapeMarkdown } from '../render/escape.ts';
import { withoutMention } from './addressed.ts';

/** Questions that are followed back from a follow-up: the one before, and the one before that. */
const DEPTH = 2;
/** Messages of a thread that are looked through for the bot's last reply. */
const LOOK_BACK = 20;

export interface Asked {
  question: string;
  earlier: AskOptions['earlier'];
}

/** The question that a card of the bot answers, read from Discord; undefined where it is gone. */
export async function askedOn(bot: Bot, card: Message): Promise<Asked | undefined> {
  const shown = textsOf(card).find(({ id }) => id === QUESTION_ID);
  if (shown) {
    const question = unescapeMarkdown(shown.content.slice(QUESTION_PREFIX.length));
    return { question, earlier: undefined };
  }
  const asking = await referenced(card);
  if (!asking || asking.content === '') return undefined;
  const question = withoutMention(asking.content, bot.client.user.id);
  return { question, earlier: await earlierFor(bot, asking, question) };
}

/** What was asked and quoted before a message, if its question leans on that. */
export async function earlierFor(
  bot: Bot,
  message: Message,
  question: string,
  depth = DEPTH,
): Promise<AskOptions['earlier']> {
  if (depth === 0 || !leansOnEarlier(question)) return undefined;
  const card = await cardBefore(bot, message);
  if (!card) return undefined;
  const articleIds = articlesOn(bot, card);
  const shown = textsOf(card).find(({ id }) => id === QUESTION_ID);
  if (shown) {
    return { question: unescapeMarkdown(shown.content.slice(QUESTION_PREFIX.length)), articleIds };
  }
  const asking = await referenced(card);
  if (!asking?.content) return undefined;
  const asked = withoutMention(asking.content, bot.client.user.id);
  const before = await earlierFor(bot, asking, asked, depth - 1);
  return { question: before ? `${before.question} ${asked}` : asked, articleIds };
}

/** The article that was quoted first on the card that a message goes on from. */
export async function articleAtHand(bot: Bot, message: Message): Promise<Article | undefined> {
  const card = await cardBefore(bot, message);
  const [id] = card ? articlesOn(bot, card) : [];
  return id === undefined ? undefined : bot.library().article(id);
}

/** The bot's message that is replied to, or in a thread or a DM its last one before. */
async function cardBefore(bot: Bot, message: Message): Promise<Message | undefined> {
  const self = bot.client.user.id;
  if (message.reference) {
    const target = await referenced(message);
    return target?.author.id === self ? target : undefined;
  }
  if (!message.channel.isThread() && !message.channel.isDMBased()) return undefined;
  const recent = await message.channel.messages
    .fetch({ before: message.id, limit: LOOK_BACK })
    .catch(() => undefined);
  return recent?.filter((one) => one.author.id === self && customIdsOf(one).length > 0).first();
}

/** Deleted messages, and channels that the bot may not read back, give nothing. */
function referenced(message: Message): Promise<Message | undefined> {
  if (!message.reference?.messageId) return Promise.resolve(undefined);
  return message.fetchReference().catch(() => undefined);
}

function articlesOn(bot: Bot, card: Message): string[] {
  const articles = customIdsOf(card).flatMap((customId) => {
    const decoded = bot.ids.decode(customId, card.guildId);
    if (decoded.kind !== 'ours') return [];
    const { action } = decoded;
    if (action.do !== 'context' && action.do !== 'turn') return [];
    return findArticle(bot.library(), action.article)?.id ?? [];
  });
  return [...new Set(articles)];
}
