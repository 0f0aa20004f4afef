import type { Message } from 'discord.js';
import type { ArticleCard, ArticleFilter, AskOptions } from '../../passage.ts';
import { leansOnEarlier } from '../conversation/leans-on-earlier.ts';
import { customIdsOf, textsOf } from '../message/components.ts';
import { filterOn } from '../render/filter-line.ts';
import { QUESTION_ID, QUESTION_PREFIX } from '../render/question-line.ts';
import { MAX_PARTS } from '../render/several.ts';
import { unescapeMarkdown } from '../text/escape.ts';
import type { Turn } from '../turn/turn.ts';
import { questionIn } from './forum-post.ts';
import { actionsOn } from './on-card.ts';

/** Questions that are followed back from a follow-up: the one before, and the one before that. */
const DEPTH = 2;
/** Messages of a thread that are looked through for the bot's last reply. */
const LOOK_BACK = 20;

export interface Asked {
  question: string;
  earlier: AskOptions['earlier'];
  filter: ArticleFilter | undefined;
}

/**
 * The question that a card of the bot answers, read from Discord; undefined where it is gone.
 *
 * @param part which one, where the card answers several
 */
export async function askedOn(turn: Turn, card: Message, part = 0): Promise<Asked | undefined> {
  const shown = questionsOn(card);
  const filter = filterOn(textsOf(card), turn.library.catalogue, part);
  const question = shown[part];
  if (question !== undefined && shown.length === 1) return { question, earlier: undefined, filter };
  const asking = await referenced(card);
  if (question !== undefined) {
    const before = shown[part - 1];
    const earlier =
      before === undefined
        ? asking && (await earlierFor(turn, asking, question))
        : goesOnFrom(before, articlesOn(turn, card, part - 1), question);
    return { question, earlier, filter };
  }
  const asked = asking ? questionIn(turn.bot, asking) : '';
  if (!asking || asked === '') return undefined;
  return { question: asked, earlier: await earlierFor(turn, asking, asked), filter };
}

/** What a question in the same message as the one before it leans on. */
export function goesOnFrom(
  before: string,
  articleIds: string[],
  question: string,
): AskOptions['earlier'] {
  return leansOnEarlier(question) ? { question: before, articleIds } : undefined;
}

/** The questions that a card repeats, by the parts that answer them. */
function questionsOn(card: Message): string[] {
  const shown: string[] = [];
  for (const { id = 0, content } of textsOf(card)) {
    const part = id - QUESTION_ID;
    if (part < 0 || part >= MAX_PARTS) continue;
    shown[part] = unescapeMarkdown(content.slice(QUESTION_PREFIX.length));
  }
  return shown;
}

/** What was asked and quoted before a message, if its question leans on that. */
export async function earlierFor(
  turn: Turn,
  message: Message,
  question: string,
  depth = DEPTH,
): Promise<AskOptions['earlier']> {
  if (depth === 0 || !leansOnEarlier(question)) return undefined;
  const card = await cardBefore(turn, message);
  if (!card) return undefined;
  const shown = questionsOn(card);
  const last = shown.at(-1);
  const articleIds = articlesOn(turn, card, shown.length - 1);
  if (last !== undefined) return { question: last, articleIds };
  const asking = await referenced(card);
  const asked = asking ? questionIn(turn.bot, asking) : '';
  if (!asking || asked === '') return undefined;
  const before = await earlierFor(turn, asking, asked, depth - 1);
  return { question: before ? `${before.question} ${asked}` : asked, articleIds };
}

/**
 * The filter of the answer that a message goes on from: one that it replies to, or in a thread the
 * last one, if the question leans on that.
 */
export async function filterFor(
  turn: Turn,
  message: Message,
  question: string,
): Promise<ArticleFilter | undefined> {
  if (!message.reference && !leansOnEarlier(question)) return undefined;
  const card = await cardBefore(turn, message);
  const part = card ? questionsOn(card).length - 1 : 0;
  return card && filterOn(textsOf(card), turn.library.catalogue, Math.max(part, 0));
}

/** The article that was quoted first on the card that a message goes on from. */
export async function articleAtHand(
  turn: Turn,
  message: Message,
): Promise<ArticleCard | undefined> {
  const card = await cardBefore(turn, message);
  const [id] = card ? articlesOn(turn, card, questionsOn(card).length - 1) : [];
  return id === undefined ? undefined : turn.library.card(id);
}

/** The bot's message that is replied to, or in a thread or a DM its last one before. */
async function cardBefore(turn: Turn, message: Message): Promise<Message | undefined> {
  const self = turn.bot.client.user.id;
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
export function referenced(message: Message): Promise<Message | undefined> {
  if (!message.reference?.messageId) return Promise.resolve(undefined);
  return message.fetchReference().catch(() => undefined);
}

/** The articles that a card quotes; those of one part where it answers several questions. */
function articlesOn({ ids, library }: Turn, card: Message, part = 0): string[] {
  const shown = (['context', 'turn'] as const).flatMap((name) =>
    actionsOn(card, ids, name, Math.max(part, 0)),
  );
  const articles = shown.flatMap(({ article }) => library.catalogue.find(article)?.id ?? []);
  return [...new Set(articles)];
}
