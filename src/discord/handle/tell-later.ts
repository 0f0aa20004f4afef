import { type ButtonInteraction, PermissionFlagsBits, RESTJSONErrorCodes } from 'discord.js';
import { EVERYTHING, type Scope } from '../../scopes/scope.ts';
import type { Bot } from '../bot.ts';
import { wordsFor } from '../locales/words.ts';
import { line, reply, text } from '../message/components.ts';
import { cleanQuestion } from '../questions/clean-question.ts';
import type { Outcome } from '../questions/desk.ts';
import type { KeptQuestion } from '../questions/questions-file.ts';
import { renderOutcome } from '../render/answer.ts';
import { codeOf } from '../sending/discord-errors.ts';
import { pause } from '../sending/pause.ts';
import { channelsUpFrom } from '../turn/place.ts';
import type { Turn } from '../turn/turn.ts';
import { askedOn } from './follow-up.ts';
import { indexSwaps } from './index-swaps.ts';
import type { Press } from './press.ts';

/** Between two looks at whether members have stopped asking for a moment. */
const IDLE_CHECK_MS = 250;

/** Whether members can be told of later answers: questions are kept, and those of servers only. */
export function canBeTold({ bot, guildId }: Turn): boolean {
  return bot.kept.days > 0 && guildId !== null;
}

/** Keeps that whoever pressed the button waits for an answer to the question of the card. */
export async function handleTellLater(turn: Turn, { button, part }: Press<'tell'>): Promise<void> {
  await turn.defer();
  const { bot, words, asker } = turn;
  const asked = await askedOn(turn, button.message, part);
  const question = cleanQuestion(asked?.question ?? '');
  if (question.kind !== 'question') return turn.refuse(words.questionGone);
  const isKept = await bot.kept.keep({
    ...asker,
    question: question.text,
    why: 'missed',
    waiting: waitingOf(button),
  });
  if (!isKept) return turn.refuse(words.cannotTell);
  await turn.respond(line(words.willTell(bot.kept.days)));
}

function waitingOf({ channelId, locale }: ButtonInteraction): KeptQuestion['waiting'] {
  return { channelId, locale };
}

/**
 * Asks the questions of those who wait again, one after the other and only while no member's own
 * question is in work, whenever another generation of the index answers. Ends with the signal.
 *
 * @param everyMs how often it is looked whether the index was swapped
 */
export async function tellOfLaterAnswers(
  bot: Bot,
  everyMs: number,
  stopped: AbortSignal,
): Promise<void> {
  for await (const _ of indexSwaps(bot, everyMs, stopped)) {
    for (const kept of bot.kept.waiting()) {
      await untilIdle(bot, stopped);
      if (stopped.aborted) return;
      await askAgain(bot, kept).catch((error) => bot.report(error, 'later answer'));
    }
  }
}

async function untilIdle({ desk }: Bot, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted && desk.queue.running + desk.queue.waiting > 0) {
    await pause(IDLE_CHECK_MS, stopped);
  }
}

async function askAgain(bot: Bot, kept: KeptQuestion): Promise<void> {
  const scope = await scopeOf(bot, kept);
  if (!scope) return;
  const outcome = await bot.desk.askInBackground(kept.question, scope);
  // Who used `/forget-me` meanwhile waits no more.
  if (!answers(outcome) || !bot.kept.waiting().includes(kept)) return;
  await tell(bot, kept, outcome);
  await bot.kept.remove(kept);
}

/**
 * What who waits sees now in the channel where they asked; undefined where they do not see that
 * channel any more.
 */
async function scopeOf(
  { client, scopes }: Bot,
  { userId, guildId, waiting }: KeptQuestion,
): Promise<Scope | undefined> {
  const channelId = waiting?.channelId ?? '';
  const place = { isDm: false, guildId, channelIds: [channelId], roleIds: [] };
  if (scopes.at(place) === EVERYTHING) return EVERYTHING;
  const guild = client.guilds.cache.get(guildId);
  // Where the bot is no member there is nobody to ask for more.
  if (!guild) return scopes.at(place);
  const channel = await client.channels.fetch(channelId).catch(() => null);
  const member = await guild.members.fetch(userId).catch(() => null);
  if (!member || !channel || channel.isDMBased()) return undefined;
  if (!channel.permissionsFor(member)?.has(PermissionFlagsBits.ViewChannel)) return undefined;
  const channelIds = channelsUpFrom(channel);
  return scopes.at({ ...place, channelIds, roleIds: [...member.roles.cache.keys()] });
}

function answers(outcome: Outcome): boolean {
  if (outcome.kind !== 'answer') return false;
  const { status } = outcome.answer;
  return status === 'answered' || status === 'likely';
}

/** One direct message; members who take none learn nothing, as there is no other way. */
async function tell(bot: Bot, { userId, question, waiting }: KeptQuestion, outcome: Outcome) {
  const words = wordsFor(waiting?.locale);
  const view = {
    words,
    ids: bot.ids,
    guildId: null,
    askerId: userId,
    private: false,
    report: bot.report,
  };
  const card = renderOutcome(outcome, view, { question });
  const said = text(words.nowAnswered(`<#${waiting?.channelId}>`));
  await bot.client.users.send(userId, reply(said, ...card.components)).catch((error) => {
    if (codeOf(error) !== RESTJSONErrorCodes.CannotSendMessagesToThisUser) throw error;
  });
}
