import type { Message } from 'discord.js';
import type { Bot, BotSettings } from '../bot.ts';
import { folded } from '../catalogue/folded.ts';
import { ALL_WORDS } from '../locales/words.ts';
import { MAX_QUESTION } from '../questions/clean-question.ts';
import { oneLine } from '../text/escape.ts';
import { cutIndex } from '../text/graphemes.ts';

/** Messages of a post that are looked through for one of a helper. */
const LOOK_BACK = 50;

/** Whether a message is in a post of a forum that the bot answers in. */
export function isInForum(settings: BotSettings, { channel }: Pick<Message, 'channel'>): boolean {
  return channel.isThread() && (settings.answerForums ?? []).includes(channel.parentId ?? '');
}

/** Whether a message begins such a post: Discord gives it the id of the post. */
export function beginsPost(settings: BotSettings, message: Message): boolean {
  return message.id === message.channelId && isInForum(settings, message);
}

/** What a message asks, without the bot's mention; a post asks with its title, too. */
export function questionIn(bot: Bot, message: Message): string {
  const text = withoutMention(message.content, bot.client.user.id);
  const { channel } = message;
  return beginsPost(bot.settings, message) && channel.isThread()
    ? postQuestion(channel.name, text)
    : text;
}

export function withoutMention(content: string, userId: string): string {
  return content.replace(new RegExp(`<@!?${userId}>`, 'gu'), ' ').trim();
}

/** Title and text as one question, which ends at a word where it would be too long. */
export function postQuestion(title: string, text: string): string {
  const [head, body] = [oneLine(title), oneLine(text)];
  // Many write the title once more.
  const whole = folded(body).startsWith(folded(head)) ? body : `${head} ${body}`;
  if (whole.length <= MAX_QUESTION) return whole.trim();
  const cut = whole.slice(0, cutIndex(whole, MAX_QUESTION));
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 1));
}

/** Whether a post is tagged as solved, or one of the helpers has written in it. */
export async function isSettled(settings: BotSettings, message: Message): Promise<boolean> {
  return isSolved(message) || (await hasHelper(settings, message));
}

function isSolved({ channel }: Message): boolean {
  if (!channel.isThread() || !channel.parent || !('availableTags' in channel.parent)) return false;
  const { availableTags } = channel.parent;
  return channel.appliedTags.some((id) =>
    saysSolved(availableTags.find((tag) => tag.id === id)?.name ?? ''),
  );
}

/** Whether a tag says so in one of the bot's languages, whatever marks stand around the word. */
export function saysSolved(tag: string): boolean {
  const [word, ...others] = folded(tag).match(/\p{L}+/gu) ?? [];
  return others.length === 0 && ALL_WORDS.some(({ solvedTag }) => folded(solvedTag) === word);
}

async function hasHelper({ helpersRole }: BotSettings, message: Message): Promise<boolean> {
  const { channel, guild } = message;
  if (helpersRole === null || !guild) return false;
  const written = await channel.messages.fetch({ limit: LOOK_BACK }).catch(() => undefined);
  const authors = [message, ...(written?.values() ?? [])].map(({ author }) => author);
  const people = new Set(authors.filter(({ bot }) => !bot).map(({ id }) => id));
  const members = await Promise.all(
    Array.from(people, (id) => guild.members.fetch(id).catch(() => undefined)),
  );
  return members.some((member) => member?.roles.cache.has(helpersRole));
}
