import { GatewayDispatchEvents } from 'discord.js';
import type { RunningBot } from '../discord/running-bot.ts';

/** An event as the gateway sends it. */
interface GatewayEvent {
  type: string;
  data: unknown;
}

export const QUESTION = 'How many kilometres of the wall stood when the water came?';

/**
 * An event of each kind that there is: as the sandbox sends it where it does, else one that has the
 * fields that such events have between them.
 */
export async function eventsOfAllKinds({ sandbox }: RunningBot): Promise<GatewayEvent[]> {
  const events: GatewayEvent[] = [];
  sandbox.faults.alterEvents((type, data) => {
    events.push({ type, data: structuredClone(data) });
    return data;
  });
  const dev = sandbox.user('dev');
  const asked = dev.say('general', QUESTION, { mentionBot: true });
  const reply = await dev.waitForReply(asked);
  dev.edit(asked, `${asked.content} Really?`);
  dev.react(reply, '👍');
  dev.react(reply, '👍', false);
  await dev.waitForReply(dev.dm(QUESTION));
  await dev.slash('general', 'ask', { question: QUESTION });
  await dev.autocomplete('general', 'ask', 'article', 'wall', { question: 'x' });
  await dev.contextMenu(reply, 'Find in articles');
  const buttons = JSON.stringify(reply.components).matchAll(/pq1\.(?!delete)[\w.-]+/gu);
  for (const [id] of buttons) {
    await dev.press(reply, id);
  }
  dev.thread('general', 'A thread', asked);
  sandbox.addMember('Newcomer', { permissions: ['ManageGuild'] });
  sandbox.faults.forbid('AttachFiles', 'general');
  dev.delete(asked);
  sandbox.faults.alterEvents(null);
  const seen = new Set(events.map(({ type }) => type));
  const others = Object.values(GatewayDispatchEvents).filter((type) => !seen.has(type));
  const data = anyEvent(sandbox, events);
  return [...events, ...others.map((type) => ({ type, data }))];
}

function anyEvent(sandbox: RunningBot['sandbox'], events: GatewayEvent[]) {
  const message = events.find(({ type }) => type === 'MESSAGE_CREATE')?.data;
  const user = { id: sandbox.user('dev').id, username: 'dev', discriminator: '0', avatar: null };
  const id = sandbox.channel('general').id;
  return { id, guild_id: sandbox.guildId, user, message };
}
