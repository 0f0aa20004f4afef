import { InteractionType, MessageFlags, InteractionResponseType as Reply } from 'discord.js';
import type { Interaction, Modal } from '../interactions/interaction.ts';
import type { Message } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { waitFor } from './waiting.ts';

/** What somebody sees after using a command, a button or a menu. */
export interface Outcome {
  /** The words of Discord's client where the bot did not answer in time; null where it did. */
  failure: string | null;
  /** The answer, or the message that was changed; it goes on changing with later edits. */
  message: Message | null;
  /** Only this person sees the answer. */
  ephemeral: boolean;
  /** The bot asked for more time before it answered. */
  deferred: boolean;
  /** The message with the button was changed instead of answered. */
  updated: boolean;
  /** Further messages, so far. */
  followUps: Message[];
  modal: Modal | null;
  interaction: Interaction;
}

export interface UseOptions {
  /** How long to wait for a deferred answer, in milliseconds. */
  timeoutMs?: number;
  /** Whether the first sign of the bot is enough, as for a client that shows "thinking". */
  untilAcknowledged?: boolean;
}

/** How long a deferred answer is waited for where nothing else is said, in milliseconds. */
const OUTCOME_TIMEOUT_MS = 10_000;

/** @returns what the person sees once the bot has answered for good, failed, or let the time pass */
export async function outcomeOf(
  world: World,
  interaction: Interaction,
  { timeoutMs = OUTCOME_TIMEOUT_MS, untilAcknowledged = false }: UseOptions,
): Promise<Outcome> {
  const editedBefore = interaction.message?.edited_timestamp;
  const over = () =>
    untilAcknowledged ? interaction.state !== 'waiting' : settled(interaction, editedBefore);
  await waitFor(world, () => over() || undefined, timeoutMs);
  const { reply, original, followUps } = interaction;
  // What was taken away is answered by what came instead.
  const message = (original?.deleted && followUps[0]) || original;
  const updated = reply === Reply.UpdateMessage || reply === Reply.DeferredMessageUpdate;
  return {
    failure: failureOf(interaction),
    message,
    ephemeral: message?.ephemeral_to != null,
    deferred:
      reply === Reply.DeferredChannelMessageWithSource || reply === Reply.DeferredMessageUpdate,
    updated,
    followUps,
    modal: interaction.modal,
    interaction,
  };
}

/** @returns what Discord's client says of an interaction that the bot left unanswered */
function failureOf({ state, type }: Interaction): string | null {
  if (state !== 'dead') return null;
  if (type === InteractionType.ApplicationCommandAutocomplete) return 'Loading options failed';
  return type === InteractionType.ApplicationCommand
    ? 'The application did not respond'
    : 'This interaction failed';
}

function settled(interaction: Interaction, editedBefore: string | null | undefined): boolean {
  const { state, reply, original, followUps } = interaction;
  if (state !== 'answered') return state === 'dead';
  if (reply === Reply.DeferredMessageUpdate) {
    const edited = original?.edited_timestamp !== editedBefore;
    return edited || original?.deleted === true || followUps.length > 0;
  }
  return original === null || original.deleted || (original.flags & MessageFlags.Loading) === 0;
}
