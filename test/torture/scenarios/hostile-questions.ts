import { type Message, type Person, textOf } from '@pullquote/sandbox';
import { parse } from 'discord-markdown-parser';
import { createCustomIds } from '../../../src/discord/buttons/custom-id.ts';
import { intentOf } from '../../../src/discord/conversation/intent.ts';
import { unescapeMarkdown } from '../../../src/discord/text/escape.ts';
import { ARTICLES } from '../../discord/articles.ts';
import { expectNothingWrong, type RunningBot, runBot } from '../../discord/running-bot.ts';
import { hostileQuestions } from '../hostile-questions.ts';
import { Replies } from '../replies.ts';
import { type Scenario, Tally } from '../scenario.ts';

const AT_A_TIME = 4;
/** What the command takes, in characters. */
const MAX_OPTION = 500;
const HELPERS = 'Helpers';
const NO_LIMIT = 1_000_000;

/**
 * Whatever is asked, in whichever way, gets exactly one reply: nobody is pinged, nothing that the
 * asker wrote formats, and what is quoted stands in an article word for word.
 */
export const scenario: Scenario = {
  name: 'hostile-questions',
  tries: { short: 200, long: 5_000 },
  async run({ tries, random }) {
    const tally = new Tally();
    const bot = await runBot((sandbox) => ({
      helpersRole: sandbox.roleId(HELPERS),
      questionsPerMinute: { member: NO_LIMIT, guild: NO_LIMIT },
    }));
    try {
      const replies = new Replies(bot.sandbox);
      const questions = hostileQuestions(tries, random).entries();
      const asking = async (member: Person) => {
        for (const [, question] of questions) {
          const way = ways[random.below(ways.length)] as Way;
          await tally.try(`${way.name} ${JSON.stringify(question.slice(0, 200))}`, () =>
            way(bot, member, question, replies),
          );
        }
      };
      const members = ['dev', 'emi', 'chloe', 'ada'].slice(0, AT_A_TIME);
      await Promise.all(members.map((name) => asking(bot.sandbox.user(name))));
      await tally.try('nobody gets two replies', () => {
        if (replies.doubled > 0) throw new Error(`${replies.doubled} do.`);
      });
      await tally.try('nothing went wrong', () => expectNothingWrong(bot));
    } finally {
      await bot.close();
    }
    return tally.result();
  },
};

type Way = (bot: RunningBot, member: Person, question: string, replies: Replies) => Promise<void>;

/** Thanks and chatter get no reply. */
function asksNothing(text: string): boolean {
  const kind = intentOf(text)?.kind;
  return kind === 'thanks' || kind === 'chatter';
}

const ways: readonly Way[] = [byMention, byDirectMessage, byCommand, byCall];

async function byMention(
  bot: RunningBot,
  member: Person,
  question: string,
  replies: Replies,
): Promise<void> {
  if (asksNothing(question)) return;
  const asked = member.say('general', question, { mentionBot: true, nitro: true });
  expectHarmless(bot, await replies.to(asked));
}

async function byDirectMessage(
  bot: RunningBot,
  member: Person,
  question: string,
  replies: Replies,
): Promise<void> {
  if (asksNothing(question)) return;
  expectHarmless(bot, await replies.to(member.dm(question, { nitro: true })));
}

async function byCommand(bot: RunningBot, member: Person, question: string): Promise<void> {
  const asked = question.slice(0, MAX_OPTION);
  const { message, failure, followUps } = await member.slash('general', 'ask', { question: asked });
  if (!message) throw new Error(failure ?? 'There is no answer.');
  if (!message.ephemeral_to && followUps.length > 0) throw new Error('There are two answers.');
  expectHarmless(bot, message);
  const shown = textOf(message)
    .split('\n')
    .find((line) => line.startsWith('-# ❓ '));
  if (shown) expectPlain(shown.slice('-# ❓ '.length));
}

/** A call for help, where the question finds nothing. */
async function byCall(
  bot: RunningBot,
  member: Person,
  question: string,
  replies: Replies,
): Promise<void> {
  if (asksNothing(question)) return;
  const asked = member.say('general', question, { mentionBot: true, nitro: true });
  const reply = await replies.to(asked);
  if (!JSON.stringify(reply.components).includes('Ask a human')) return;
  const { message } = await member.press(reply, 'Ask a human');
  const thread = bot.sandbox.channel({
    id: /<#(\d+)>/u.exec(textOf(message as Message))?.[1] ?? '',
  });
  if (!thread.name || thread.name.length > 100 || /[\p{Cc}\u2028\u2029\u202e]/u.test(thread.name)) {
    throw new Error(`The thread is called ${JSON.stringify(thread.name)}.`);
  }
  const call = member.seen(thread).find((one) => one.author.bot);
  const [, ...lines] = textOf(call as Message).split('\n');
  for (const line of lines) {
    if (!line.startsWith('> ')) throw new Error(`The bot says ${JSON.stringify(line)}.`);
    expectPlain(line.slice(2));
  }
  expectPings(call as Message, [bot.sandbox.roleId(HELPERS)]);
}

function expectHarmless(bot: RunningBot, reply: Message): void {
  const text = textOf(reply);
  if (text.includes('Something went wrong')) throw new Error(text);
  expectPings(reply, []);
  for (const line of text.split('\n').filter((one) => one.startsWith('> '))) expectVerbatim(line);
  const ids = createCustomIds(bot.sandbox.token);
  const guildId = bot.sandbox.channel({ id: reply.channel_id }).guild_id;
  for (const [, id = ''] of JSON.stringify(reply.components).matchAll(/"custom_id":"([^"]*)"/gu)) {
    if (ids.decode(id, guildId).kind !== 'ours') throw new Error(`Not the bot's own: ${id}`);
  }
}

function expectPings(message: Message, roles: readonly string[]): void {
  const { mention_everyone: everyone, mentions, mention_roles: pinged } = message;
  if (everyone || mentions.length > 0 || pinged.join() !== roles.join()) {
    throw new Error(`It pings: ${JSON.stringify({ everyone, mentions, pinged })}`);
  }
}

function expectVerbatim(line: string): void {
  const quoted = unescapeMarkdown(line.slice('> '.length).replace(/(?<!\\)\*\*/gu, ''));
  if (!ARTICLES.some(({ text }) => text.includes(quoted))) {
    throw new Error(`No article says ${JSON.stringify(quoted)}.`);
  }
}

/** A Discord client shows nothing of it but text. */
function expectPlain(markdown: string): void {
  for (const { type } of parse(markdown, 'extended')) {
    if (!['text', 'twemoji', 'br', 'newline'].includes(type)) {
      throw new Error(`A ${type} in ${JSON.stringify(markdown)}`);
    }
  }
}
