import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '@pullquote/sandbox';
import { textOf } from '@pullquote/sandbox';
import {
  rawConnection,
  rawWebSocket,
  SOCKET_PATHS,
  upgradeRequest,
} from '../../../packages/sandbox/test/raw-socket.ts';
import type { Random } from '../../../src/evaluation/random.ts';
import { runBot } from '../../discord/running-bot.ts';
import { QUESTION } from '../gateway-events.ts';
import { mutate } from '../mutate.ts';
import { type Scenario, Tally } from '../scenario.ts';

/** How long a frame has until its connection is cut, in milliseconds. */
const LASTS_MS = 5;
const QUESTION_EVERY = 500;

/** Frames, payloads and requests that are wrong somewhere reach the sandbox's sockets. */
export const scenario: Scenario = {
  name: 'bad-frames',
  tries: { short: 600, long: 10_000 },
  async run({ tries, random }) {
    const bot = await runBot();
    const tally = new Tally();
    const faults: unknown[] = [];
    const onFault = (fault: unknown) => faults.push(fault);
    process.on('unhandledRejection', onFault);
    process.on('uncaughtException', onFault);
    try {
      for (let i = 1; i <= tries; i++) {
        const path = SOCKET_PATHS[random.below(SOCKET_PATHS.length)] as string;
        const attack = ATTACKS[random.below(ATTACKS.length)] as Attack;
        await tally.try(`${attack.name} ${i} at ${path}`, async () => {
          await attack(bot.sandbox, path, random);
          const page = await fetch(bot.sandbox.pageUrl);
          await page.arrayBuffer();
          if (faults.length > 0) throw faults.shift();
          if (i % QUESTION_EVERY !== 0 && i !== tries) return;
          const dev = bot.sandbox.user('dev');
          const asked = dev.say('general', QUESTION, { mentionBot: true });
          const reply = await dev.waitForReply(asked);
          if (!textOf(reply).includes('1.1 kilometres')) throw new Error(textOf(reply));
        });
      }
    } finally {
      await bot.close();
      process.off('unhandledRejection', onFault);
      process.off('uncaughtException', onFault);
    }
    return tally.result();
  },
};

type Attack = (sandbox: Sandbox, path: string, random: Random) => Promise<void>;

const ATTACKS: readonly Attack[] = [
  async function noise(sandbox, path, random) {
    await writeAndCut(await rawWebSocket(sandbox, path), bytes(random, 1 + random.below(300)));
  },
  async function brokenFrame(sandbox, path, random) {
    const whole = frame(JSON.stringify({ op: 1, d: null }));
    for (let changes = 1 + random.below(4); changes > 0; changes--) {
      whole[random.below(whole.length)] = random.below(256);
    }
    await writeAndCut(await rawWebSocket(sandbox, path), whole);
  },
  async function oddPayload(sandbox, path, random) {
    const all = [
      { op: 2, d: { token: sandbox.token, intents: 513, properties: {}, shard: [0, 1] } },
      { op: 6, d: { token: sandbox.token, session_id: 'x', seq: 1 } },
      { op: 8, d: { guild_id: sandbox.guildId, query: 'a', limit: 1 } },
      { id: 1, as: sandbox.user('dev').id, do: 'say', channel: 'x', content: 'x' },
    ];
    const payload = mutate(all[random.below(all.length)], random);
    const text = JSON.stringify(payload) ?? 'undefined';
    await writeAndCut(await rawWebSocket(sandbox, path), frame(text.slice(0, 60_000)));
  },
  async function cutOpening(sandbox, path, random) {
    const request = Buffer.from(upgradeRequest(sandbox, path));
    const part = request.subarray(0, 1 + random.below(request.length));
    await writeAndCut(await rawConnection(sandbox), part, 0);
  },
  async function brokenOpening(sandbox, path, random) {
    const request = Buffer.from(upgradeRequest(sandbox, path));
    for (let changes = 1 + random.below(4); changes > 0; changes--) {
      request[random.below(request.length)] = random.below(256);
    }
    await writeAndCut(await rawConnection(sandbox), Buffer.concat([request, bytes(random, 100)]));
  },
];

async function writeAndCut(
  socket: Awaited<ReturnType<typeof rawConnection>>,
  data: Buffer,
  lastsMs = LASTS_MS,
): Promise<void> {
  socket.write(data);
  if (lastsMs > 0) await sleep(lastsMs);
  socket.resetAndDestroy();
}

/** A client's frame of text, masked with zeros. */
function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const long = body.length > 125;
  const head = [0x81, 0x80 | (long ? 126 : body.length)];
  if (long) head.push(body.length >> 8, body.length & 0xff);
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), body]);
}

function bytes(random: Random, count: number): Buffer {
  return Buffer.from(Array.from({ length: count }, () => random.below(256)));
}
