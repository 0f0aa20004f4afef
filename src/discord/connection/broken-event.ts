import {
  type Client,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  Routes,
} from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import { wordsFor } from '../locales/words.ts';
import { line } from '../message/components.ts';

/** As much of an interaction as it takes to answer it. */
const answerable = z.object({
  id: z.string().regex(/^\d{17,20}$/u),
  token: z.string().regex(/^[\w.~-]{1,512}$/u),
  type: z.number(),
  locale: z.string().optional().catch(undefined),
});

const named = z.object({ t: z.string().regex(/^[A-Z_]{1,64}$/u) }).catch({ t: 'unknown' });

/** Logs an event that the program failed on: its name and the error's place, never what it says. */
export function logBrokenEvent(
  log: Logger,
  packet: unknown,
  error: unknown,
  errorId: string,
): void {
  const { name, stack } = error instanceof Error ? error : { name: 'unknown', stack: '' };
  const at = stack?.split('\n').find((one) => one.startsWith('    at '));
  const event = named.parse(packet).t;
  log.error({ event, error: name, at: at?.trim(), errorId }, 'an event could not be read');
}

/** Says sorry for an interaction that could not be read, if it can still be answered. */
export async function apologizeFor(
  client: Client,
  packet: unknown,
  errorId: string,
): Promise<void> {
  const { t, d } = (packet ?? {}) as { t?: unknown; d?: unknown };
  const found = answerable.safeParse(d);
  if (t !== 'INTERACTION_CREATE' || !found.success) return;
  const { id, token, type, locale } = found.data;
  if (type === InteractionType.Ping) return;
  const { allowedMentions: _, ...sorry } = line(wordsFor(locale).failed(errorId));
  const body =
    type === InteractionType.ApplicationCommandAutocomplete
      ? {
          type: InteractionResponseType.ApplicationCommandAutocompleteResult,
          data: { choices: [] },
        }
      : {
          type: InteractionResponseType.ChannelMessageWithSource,
          data: { ...sorry, flags: sorry.flags | MessageFlags.Ephemeral },
        };
  await client.rest.post(Routes.interactionCallback(id, token), { auth: false, body });
}
