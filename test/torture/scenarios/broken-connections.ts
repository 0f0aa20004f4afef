import { setTimeout as sleep } from 'node:timers/promises';
import type { Message, Person, Sandbox } from '@pullquote/sandbox';
import { type RunningBot, runBot } from '../../discord/running-bot.ts';
import { QUESTION } from '../gateway-events.ts';
import type { Scenario } from '../scenario.ts';

const MEMBERS = 25;
/** Short enough that withheld answers are noticed within a round, in milliseconds. */
const HEARTBEAT_MS = 1_000;
const REPLY_TIMEOUT_MS = 45_000;

interface Fault {
  name: string;
  begin(sandbox: Sandbox): void;
  /** What is done when the questions are asked. */
  end?(sandbox: Sandbox): void;
  /** How long it lasts, in milliseconds. */
  lastsMs?: number;
  /** Questions may be lost on the way to the bot, or replies on the way back. */
  mayLose?: boolean;
  questions?: number;
}

const FAULTS: readonly Fault[] = [
  { name: 'dropped socket', begin: ({ faults }) => faults.dropSocket() },
  {
    name: 'withheld ACKs',
    begin: ({ faults }) => faults.withholdAcks(),
    end: ({ faults }) => faults.withholdAcks(false),
    lastsMs: 2.5 * HEARTBEAT_MS,
  },
  { name: 'op 7', begin: ({ faults }) => faults.reconnect() },
  { name: 'op 9, resumable', begin: ({ faults }) => faults.invalidSession(true) },
  { name: 'op 9', begin: ({ faults }) => faults.invalidSession(false), mayLose: true },
  { name: '429s', begin: ({ faults }) => faults.failNext(429, 'POST', 10) },
  // discord.js gives up at the fourth 502 of one request.
  { name: '502s', begin: ({ faults }) => faults.failNext(502, 'POST', 60), mayLose: true },
  {
    name: 'slow answers',
    begin: ({ faults }) => faults.delayRest(3_500),
    end: ({ faults }) => faults.delayRest(0),
    lastsMs: 1_000,
    questions: 10,
  },
];

interface Asked {
  message: Message;
  mayLose: boolean;
}

/** Questions are asked while the gateway and the API break in every way that Discord's do. */
export const scenario: Scenario = {
  name: 'broken-connections',
  tries: { short: 150, long: 10_000 },
  async run({ tries, random }) {
    const bot = await runBot(
      { questionsPerMinute: { member: 1e6, guild: 1e6 }, queueLimit: 10_000 },
      { heartbeatMs: HEARTBEAT_MS },
    );
    const members = Array.from({ length: MEMBERS }, (_, i) => bot.sandbox.addMember(`Member ${i}`));
    const replies = countReplies(bot);
    const asked: Asked[] = [];
    const failures: string[] = [];
    // A short run, too, comes to every fault.
    const roundSize = Math.min(50, Math.ceil(tries / FAULTS.length));
    let worst = { ms: 0, fault: '' };
    try {
      for (let round = 0; asked.length < tries; round++) {
        const fault = FAULTS[round < FAULTS.length ? round : random.below(FAULTS.length)] as Fault;
        const count = Math.min(fault.questions ?? roundSize, tries - asked.length);
        const ms = await breakWhileAsking(bot, fault, members, count, asked, replies);
        if (ms > worst.ms) worst = { ms, fault: fault.name };
      }
      // A second reply would come late.
      await sleep(1_000);
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    } finally {
      await bot.close();
    }
    const counts = asked.map(({ message, mayLose }) => ({
      count: replies.get(message.id) ?? 0,
      mayLose,
    }));
    const isHeld = ({ count, mayLose }: (typeof counts)[number]) =>
      count === 1 || (count === 0 && mayLose);
    const held = counts.filter(isHeld).length;
    return {
      tried: asked.length,
      survived: held,
      worstMs: worst.ms,
      failures,
      figures: {
        'slowest to recover from': worst.fault,
        'with one reply': counts.filter(({ count }) => count === 1).length,
        'lost on the way': counts.filter((one) => one.count === 0 && isHeld(one)).length,
        'with two or more': counts.filter(({ count }) => count > 1).length,
      },
    };
  },
};

/** @returns how long it took until everything was answered that can be, in milliseconds */
async function breakWhileAsking(
  bot: RunningBot,
  fault: Fault,
  members: readonly Person[],
  count: number,
  asked: Asked[],
  replies: ReadonlyMap<string, number>,
): Promise<number> {
  const { sandbox } = bot;
  const round: Asked[] = [];
  const ask = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      const member = members[i % members.length] as Person;
      const text = `${QUESTION} ${asked.length}`;
      const message =
        i % 2 === 0 ? member.dm(text) : member.say('general', text, { mentionBot: true });
      const one = { message, mayLose: fault.mayLose ?? false };
      round.push(one);
      asked.push(one);
    }
  };
  ask(0, Math.floor(count / 2));
  fault.begin(sandbox);
  ask(Math.floor(count / 2), count);
  await sleep(fault.lastsMs ?? 0);
  fault.end?.(sandbox);
  const began = performance.now();
  if (fault.mayLose) await answersAgain(sandbox, members[0] as Person, replies);
  sandbox.faults.healRest();
  const isDone = () => round.every(({ message, mayLose }) => mayLose || replies.has(message.id));
  await sandbox.until(isDone, REPLY_TIMEOUT_MS).catch(() => {});
  return performance.now() - began;
}

/** Asks until there is an answer: what was asked before may be lost. */
async function answersAgain(
  sandbox: Sandbox,
  member: Person,
  replies: ReadonlyMap<string, number>,
): Promise<void> {
  const end = Date.now() + REPLY_TIMEOUT_MS;
  while (Date.now() < end) {
    const probe = member.dm(QUESTION);
    const isAnswered = await sandbox
      .until(() => replies.has(probe.id), 500)
      .then(
        () => true,
        () => false,
      );
    if (isAnswered) return;
  }
  throw new Error('The bot did not come back.');
}

function countReplies({ sandbox }: RunningBot): ReadonlyMap<string, number> {
  const replies = new Map<string, number>();
  sandbox.onEvent((type, data) => {
    const { author, message_reference: reference } = data as Message;
    if (type !== 'MESSAGE_CREATE' || !author.bot || !reference) return;
    const id = reference.message_id ?? '';
    replies.set(id, (replies.get(id) ?? 0) + 1);
  });
  return replies;
}
