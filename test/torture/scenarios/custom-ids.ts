import { type Message, type Outcome, type Sandbox, textOf } from '@pullquote/sandbox';
import { MessageFlags } from 'discord.js';
import { createCustomIds } from '../../../src/discord/buttons/custom-id.ts';
import { expectNothingWrong, runBot } from '../../discord/running-bot.ts';
import { readAll } from '../../store/read-all.ts';
import { CustomIdMaker } from '../custom-ids.ts';
import { type Scenario, Tally } from '../scenario.ts';

const WALL = 'How many kilometres of the wall stood when the water came?';
const AT_A_TIME = 8;
/** Rows of buttons on a message, each of which is pressed once. */
const ROWS = 5;
const PER_ROW = 5;

/**
 * Whatever custom id is pressed, in a button or a menu, gets exactly one answer. One that is not on
 * the message or not the bot's own gets a private line, and leaves the card as it is.
 */
export const scenario: Scenario = {
  name: 'custom-ids',
  tries: { short: 600, long: 20_000 },
  async run({ tries, random }) {
    const tally = new Tally();
    const bot = await runBot({ keepQuestionsDays: 7 });
    const { sandbox } = bot;
    try {
      const { library } = bot.shelf;
      const maker = new CustomIdMaker(random, library, await readAll(library));
      const own = createCustomIds(sandbox.token);
      const dev = sandbox.user('dev');
      const card = await dev.waitForReply(dev.say('general', WALL, { mentionBot: true }));
      const real = customIdsOn(card);
      const signed = () => maker.signed(own, sandbox.guildId, dev.id);
      const bad = () =>
        [
          maker.noise,
          () => maker.mutated(real[random.below(real.length)] ?? ''),
          () => maker.mutated(signed()),
          signed,
        ][random.below(4)]?.call(maker) ?? '';
      let left = tries;
      const presses = async () => {
        while (left > 0) {
          const n = Math.min(left, ROWS * PER_ROW);
          left -= n;
          if (random.below(2) === 0) await pressBad(n);
          else await pressSigned(n);
        }
      };
      const pressBad = async (n: number) => {
        for (let i = 0; i < n; i++) {
          const id = bad();
          const values = random.below(4) === 0 ? ['a', 'b'] : undefined;
          if (real.includes(id) && !values) {
            left++;
            continue;
          }
          const before = textOf(card);
          await tally.try(JSON.stringify(id), async () => {
            const outcome = await dev.forge(card, id, {}, values);
            expectOneAnswer(outcome);
            if (!outcome.ephemeral) throw new Error('The line is not private.');
            if (textOf(card) !== before || card.deleted) throw new Error('The card changed.');
          });
        }
      };
      const pressSigned = async (n: number) => {
        const ids = [...new Set(Array.from({ length: n }, signed))];
        const message = await post(sandbox, ids);
        let pressed = 0;
        for (const id of ids) {
          if (message.deleted) break;
          pressed++;
          await tally.try(id, async () => expectOneAnswer(await dev.forge(message, id)));
        }
        left += n - pressed;
      };
      await Promise.all(Array.from({ length: AT_A_TIME }, presses));
      await tally.try('nothing went wrong', () => expectNothingWrong(bot));
    } finally {
      await bot.close();
    }
    return tally.result();
  },
};

function customIdsOn(message: Message): string[] {
  return [...new Set(JSON.stringify(message.components).match(/pq2\.[\w.-]+/gu) ?? [])];
}

function expectOneAnswer({ failure, message, updated, followUps }: Outcome): void {
  if (failure) throw new Error(failure);
  if (followUps.length > 0) throw new Error('There is more than one answer.');
  if (!message) throw new Error('There is no answer.');
  const text = message.deleted ? '' : textOf(message);
  if (!updated && text === '') throw new Error('The answer is empty.');
  if (text.includes('Something went wrong')) throw new Error(text);
}

/** A message of the bot with these buttons, as if it had made them. */
async function post(sandbox: Sandbox, ids: readonly string[]): Promise<Message> {
  const rows = Array.from({ length: Math.ceil(ids.length / PER_ROW) }, (_, i) => ({
    type: 1,
    components: ids
      .slice(i * PER_ROW, (i + 1) * PER_ROW)
      .map((id) => ({ type: 2, style: 2, label: 'x', custom_id: id })),
  }));
  const { id: channel } = sandbox.channel('general');
  const response = await fetch(`${sandbox.apiUrl}/v10/channels/${channel}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: 10, content: 'Buttons' }, ...rows],
    }),
  });
  const { id } = (await response.json()) as { id: string };
  const message = sandbox.message(id);
  if (!message) throw new Error(`The message was not posted: ${response.status}`);
  return message;
}
